import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  SqlQuery,
  SqlResultSet,
} from "@prisma/driver-adapter-utils";
import { rowIdTables } from "@/lib/store/connection/row-ids";

type EngineConnections = SqlMigrationAwareDriverAdapterFactory & { close(): Promise<void> };

/**
 * Connections for the schema engine, which never closes its connections, so `close` does. On Postgres the engine reads three
 * catalog columns of the one-byte type "char", which the adapter for `pg` does not support: they are read as text. Postgres 18
 * lists NOT NULL as constraints, which the engine derives from the columns and fails on. On SQLite the engine quotes strings like
 * identifiers, and would treat the ids of `rowIdTables` as 32-bit.
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

/** Columns as listed by `PRAGMA table_info`. */
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
