import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory, SqlQuery } from "@prisma/driver-adapter-utils";

type EngineConnections = SqlMigrationAwareDriverAdapterFactory & { close(): Promise<void> };

/**
 * Connections as the schema engine needs them. It never closes those it opens, so `close` does. And on Postgres it reads
 * three catalogue columns of the one-byte type "char", which the adapter for `pg` does not know: they are read as text.
 * Postgres 18 lists NOT NULL among the constraints, where the engine knows it from the columns and fails over the rest.
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
  const queryRaw = adapter.queryRaw.bind(adapter);
  return Object.assign(adapter, { queryRaw: (query: SqlQuery) => queryRaw({ ...query, sql: asText(query.sql) }) });
}

function asText(sql: string): string {
  return sql
    .replace(/\b(con1\.conf(?:del|upd)type|constr\.contype)(?=,| AS )/g, "$1::text")
    .replace("contype NOT IN ('p', 'u', 'f')", "contype NOT IN ('p', 'u', 'f', 'n')");
}
