import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Database } from "@/lib/env/database-url";
import { deliver } from "@/lib/testing/deliver";
import { manyConversations } from "@/lib/testing/many-conversations";
import { type PgBouncer, pgBouncerVersion, startPgBouncer } from "@/lib/testing/postgres/pgbouncer";
import { createPostgresDatabase, type PostgresDatabase } from "@/lib/testing/postgres/postgres-database";
import { migrate } from "@/prisma/migrate";
import { openStore, type Store } from "./open-store";
import { readiness } from "./readiness";

/** Since 1.21, PgBouncer can keep its clients' prepared statements, and does so by default. */
const levels = pgBouncerVersion === null ? [] : pgBouncerVersion < 121 ? [0] : [0, 200];
if (levels.length < 2)
  console.log(`Of PgBouncer's two levels of prepared statements ${levels.length} can be tried here`);

describe.runIf(levels.length > 0).each(levels.length > 0 ? levels : [0])(
  "a pooler in transaction mode that keeps %i prepared statements",
  (maxPreparedStatements) => {
    let pooler: PgBouncer;
    let direct: PostgresDatabase;
    const stores: Store[] = [];
    beforeAll(async () => {
      const server = inject("postgresUrl");
      pooler = await startPgBouncer(server, maxPreparedStatements);
      direct = await createPostgresDatabase(server, `playhead_pooled_${randomBytes(6).toString("hex")}`);
    });
    afterAll(async () => {
      for (const store of stores) await store.close();
      await pooler.stop();
      await direct.drop();
    });

    it("is refused without DIRECT_URL, which the message names", async () => {
      const database: Database = { dialect: "postgresql", url: pooler.through(direct.url) };
      await expect(migrate(database)).rejects.toThrow(/pooler in transaction mode.*DIRECT_URL/s);
    });

    it("accepts the deliveries of two copies, and notifies each of the other's, with DIRECT_URL", async () => {
      const database: Database = { dialect: "postgresql", url: pooler.through(direct.url), directUrl: direct.url };
      expect(await migrate(database)).not.toEqual([]);
      stores.push(openStore(database), openStore(database));
      let notices = 0;
      stores[1]?.onNotice(() => notices++);
      const bodies = manyConversations(60);
      const failures: unknown[] = [];
      // On a busy machine a transaction may time out, which the webhook would retry.
      const deliverOnce = async (store: Store, body: unknown) => {
        for (let attempt = 0; attempt < 10; attempt++) {
          try {
            return await deliver(store, body);
          } catch (error) {
            if (!(error instanceof Error && "code" in error && error.code === "P2028")) failures.push(error);
          }
        }
        failures.push(body);
        return [];
      };
      const copies = stores.flatMap((store, copy) =>
        [0, 1].map(async (part) => {
          for (const body of bodies.filter((_, place) => place % 4 === 2 * copy + part)) {
            await deliverOnce(store, body);
            await store.reader.conversation.count();
          }
        }),
      );
      await Promise.all(copies);
      expect(failures).toEqual([]);
      expect(await stores[0]?.reader.delivery.count()).toBeGreaterThanOrEqual(bodies.length);
      expect(notices).toBeGreaterThan(1);
      for (const store of stores) expect(await readiness(store)).toEqual({ ok: true });
    }, 300_000);
  },
);
