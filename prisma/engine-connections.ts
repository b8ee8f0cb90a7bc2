import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  SqlQuery,
  SqlResultSet,
} from "@prisma/driver-adapter-utils";
import { rowIdTables } from "@/lib/store/connection/row-ids";

type EngineConnections = SqlMigrationAwareDriverAdapterFactory & { close(): Promise<void> };

/**
 * Connections as the schema engine needs them. It never closes those it opens, so `close` does. And on Postgres it reads
 * three catalogue columns of the one-byte type "char", which the adapter for `pg` does not know: they are read as text.
 * Postgres 18 lists NOT NULL among the constraints, where the engine knows it from the columns and fails over the rest.
 * On SQLite it quotes a string like a name, and would take the ids of `rowIdTables` for 32 bits.
 */
export function engineConnections(factory: SqlMigrationAwareDriverAdapterFactory): EngineConnections {
  const open: SqlDriverAdapter[] = [];
  const remember = (adapter: SqlDriverAdapter) => {
    open.push(adapter);
    return withReadableCatalogue(adapter);
  };
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => remember(await factory.connect()),
    connectToShadowDb: async () => remember(await factory.connectToShadowDb()),
    close: async () => {
      await Promise.allSettled(open.map((adapter) => adapter.dispose()));
    },
  };
}

function withReadableCatalogue(adapter: SqlDriverAdapter): SqlDriverAdapter {
  return {
    ...adapter,
    queryRaw: async (query: SqlQuery) => {
      const result = await adapter.queryRaw({ ...query, sql: asText(query.sql) });
      const table = /^PRAGMA table_info ?\("(\w+)"\)/.exec(query.sql)?.[1];
      return table !== undefined && rowIdTables.has(table) ? withWideId(result) : result;
    },
  };
}

/** Columns as `PRAGMA table_info` lists them. */
function withWideId(result: SqlResultSet): SqlResultSet {
  const [name, type] = ["name", "type"].map((column) => result.columnNames.indexOf(column));
  const rows = result.rows.map((row) =>
    row[name ?? -1] === "id" ? row.map((cell, place) => (place === type ? "BIGINT" : cell)) : row,
  );
  return { ...result, rows };
}

function asText(sql: string): string {
  return sql
    .replace(/\b(con1\.conf(?:del|upd)type|constr\.contype)(?=,| AS )/g, "$1::text")
    .replace("contype NOT IN ('p', 'u', 'f')", "contype NOT IN ('p', 'u', 'f', 'n')")
    .replace(/ name = "(\w+)"/, " name = '$1'");
}
