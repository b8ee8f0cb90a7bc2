import { createHash } from "node:crypto";
import BetterSqlite3 from "better-sqlite3";
import { Client } from "pg";
import type { Database } from "@/lib/env/database-url";
import { migrate } from "@/prisma/migrate";
import { migrationNames } from "@/prisma/migration-files";

/**
 * A database created by the oldest version, with events, their conversations, and some rows in each table that later versions
 * change.
 */
export async function oldDatabase(database: Database, events = 60): Promise<Database> {
  const [, search] = migrationNames(database.dialect);
  await migrate(database, search);
  await query(database, rowsOf(database.dialect, events));
  return database;
}

/** The contents of a database: definitions of its tables, indexes and triggers, and a hash of the rows of each table. */
export async function contentsOf(database: Database): Promise<Record<string, unknown>> {
  const isSqlite = database.dialect === "sqlite";
  const contents: Record<string, unknown> = { schema: await query(database, isSqlite ? sqliteSchema : postgresSchema) };
  for (const { name } of await query(database, isSqlite ? sqliteTables : postgresTables)) {
    contents[String(name)] = await hashOfRows(database, comparable[String(name)] ?? `"${name}"`);
  }
  return contents;
}

/** What is the same in two databases: neither the times of migrations and rewrites nor random keys. */
const comparable: Record<string, string> = {
  _prisma_migrations: '(SELECT "migration_name", "checksum" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL)',
  AuditChain: '(SELECT "log", "lastId", "startId" FROM "AuditChain")',
  Setting: '(SELECT "name" FROM "Setting")',
};

async function hashOfRows(database: Database, rows: string): Promise<string> {
  if (database.dialect === "postgresql") {
    const text = `SELECT count(*) || ' rows ' || coalesce(md5(string_agg(t::text, E'\\n' ORDER BY t::text COLLATE "C")), '') AS hash FROM ${rows} t`;
    return String((await query(database, text))[0]?.hash);
  }
  const file = new BetterSqlite3(database.path);
  try {
    const texts = file.prepare(`SELECT * FROM ${rows}`).raw().all().map(String).sort();
    return `${texts.length} rows ${createHash("md5").update(texts.join("\n")).digest("hex")}`;
  } finally {
    file.close();
  }
}

const sqliteTables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";
const sqliteSchema =
  "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' AND name NOT LIKE '%Search_%' ORDER BY name";
const postgresTables = "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1";
const postgresSchema = `
  SELECT table_name || '.' || column_name AS name, data_type || is_nullable || coalesce(column_default, '') AS sql
  FROM information_schema.columns WHERE table_schema = 'public'
  UNION ALL SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL SELECT stxname, pg_get_statisticsobjdef(oid) FROM pg_statistic_ext ORDER BY 1`;

async function query(database: Database, text: string): Promise<Record<string, unknown>[]> {
  if (database.dialect === "sqlite") {
    const file = new BetterSqlite3(database.path);
    try {
      if (!/^\s*SELECT/.test(text)) file.exec(text);
      return /^\s*SELECT/.test(text) ? (file.prepare(text).safeIntegers().all() as Record<string, unknown>[]) : [];
    } finally {
      file.close();
    }
  }
  const client = new Client({ connectionString: database.url });
  await client.connect();
  return (await client.query<Record<string, unknown>>(text).finally(() => client.end())).rows;
}

/** Ten events per conversation; generated in SQL, so that tens of thousands take a second. */
function rowsOf(dialect: Database["dialect"], events: number): string {
  const isSqlite = dialect === "sqlite";
  const numbers = (upTo: number) =>
    isSqlite
      ? `(WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < ${upTo}) SELECT n FROM r) AS s`
      : `generate_series(1::bigint, ${upTo}) AS s(n)`;
  const bytes = (text: string) => (isSqlite ? `CAST(${text} AS BLOB)` : `convert_to(${text}, 'UTF8')`);
  const day = isSqlite ? "'2026-01-01T00:00:00.000+00:00'" : "'2026-01-01'";
  const conversations = Math.ceil(events / 10);
  const hash = isSqlite ? `printf('%032d', n)` : `lpad(n::text, 32, '0')`;
  return `
    INSERT INTO "Delivery" ("id", "receivedAt", "source", "verdict", "size", "body", "accepted")
      SELECT n, 1700000000000000 + n, 'webhook', CASE WHEN n % 50 = 0 THEN 'partial' ELSE 'accepted' END, 400,
        ${bytes("'{\"events\": [' || n || ']}'")}, 1 FROM ${numbers(events)};
    INSERT INTO "Event" ("id", "hash", "deliveryId", "conversationId", "type", "messageType", "occurredAt", "receivedAt", "recognised", "searchText", "raw")
      SELECT n, ${bytes(hash)}, n, (n - 1) / 10 + 1, 'message', 'text',
        1700000000000000 + n * 1000000 - (n % 7) * 2000000, 1700000000000000 + n, ${isSqlite ? "1" : "true"},
        'what visitor ' || n || ' said of refunds', '{"text": "What visitor ' || n || ' said of refunds"}' FROM ${numbers(events)};
    INSERT INTO "Conversation" ("id", "key", "title", "accountKey", "visitorKey", "status", "createdAt", "lastEventAt", "lastEventId",
        "changeId", "eventCount", "repeatCount", "lateCount", "closedByType", "searchText", "snapshot")
      SELECT n, 'conversation-' || n, 'Conversation ' || n, 'A', 'visitor-' || n, 'open', 1700000000000000 + n * 10000000,
        1700000000000000 + n * 2000000000, n * 10, n * 10, 10, n % 3, n % 5, CASE WHEN n % 2 = 0 THEN 'user' END,
        'conversation ' || n, '{"statusBy": {"email": "Agent' || n || '@example.com"}}' FROM ${numbers(conversations)};
    INSERT INTO "ConversationVariable" ("conversationId", "name", "scope", "type", "text", "number", "eventId", "updatedAt")
      SELECT n, 'plan', 'conversation', 'text', 'Plan ' || n, CASE WHEN n % 2 = 0 THEN n END, n, 1 FROM ${numbers(conversations)};
    INSERT INTO "ConversationLabel" ("conversationId", "labelId") SELECT n, 'label' FROM ${numbers(conversations)};
    INSERT INTO "ConversationMessageType" ("conversationId", "messageType", "count")
      SELECT n, 'text', 10 FROM ${numbers(conversations)};
    INSERT INTO "Visitor" ("key", "accountKey", "firstSeenAt", "lastSeenAt")
      SELECT 'visitor-' || n, 'A', n, n FROM ${numbers(conversations)};
    INSERT INTO "User" ("id", "name", "email", "createdAt", "updatedAt") VALUES ('u', 'Ada', 'ada@example.com', ${day}, ${day});
    INSERT INTO "Session" ("id", "expiresAt", "token", "createdAt", "updatedAt", "userId")
      VALUES ('s', ${day}, 't', ${day}, ${day}, 'u');
    UPDATE "WriterClock" SET "deliveryId" = ${events}, "eventId" = ${events}, "conversationId" = ${conversations};`;
}
