import { expect, it } from "vitest";
import type { Database } from "@/lib/env/database-url";
import { noFilters } from "@/lib/filters/conversation-filters";
import { openStore, type Store } from "@/lib/store/connection/open-store";
import { countConversations } from "@/lib/store/lists/list-counts";
import { project } from "@/lib/store/projections/project";
import { rebuild } from "@/lib/store/projections/rebuild/rebuild";
import { countUnprojected } from "@/lib/store/projections/unprojected";
import { readDelivery } from "@/lib/store/reads/read-delivery";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver } from "@/lib/testing/deliver";
import { emptied } from "@/lib/testing/emptied";
import { manyConversations } from "@/lib/testing/many-conversations";
import { stateOf } from "@/lib/testing/state-of";
import { fullAccess } from "@/lib/testing/viewer";
import { migrate } from "./migrate";
import { migrationNames } from "./migration-files";

const bodies = [...manyConversations(30), "no JSON", { events: [{ event: 1 }] }, {}];

describeEachDatabase("migrations of data", (openFresh, createDatabase) => {
  it("keep bodies, duplicates, search and state", async () => {
    const now = await openFresh();
    await deliver(now, ...bodies);
    const before = await emptied(await createDatabase());
    await migrate(before, lastBefore(before, "storage"));
    const old = openStore(before);
    await copyInto(old, now);
    await old.close();

    await migrate(before);
    const migrated = openStore(before);
    // As a server does in the background: derives columns that are newer than those rows.
    await rebuild(migrated, () => {});
    expect(await stateOf(migrated)).toEqual(await stateOf(now));
    for (let id = 1n; id <= BigInt(bodies.length); id++) {
      expect(await readDelivery(migrated, fullAccess, id)).toEqual(await readDelivery(now, fullAccess, id));
    }
    for (const q of ["refund", "istanbul", "no such text"]) {
      const filters = { ...noFilters, q: [q] };
      expect(await countConversations(migrated, fullAccess, filters)).toBe(
        await countConversations(now, fullAccess, filters),
      );
    }
    if (before.dialect === "sqlite") {
      await migrated.records
        .$executeRaw`INSERT INTO "EventSearch" ("EventSearch", "rank") VALUES ('integrity-check', 1)`;
    }
    expect((await rebuild(migrated, () => {})).conversations.changed).toBe(0);
    const again = await deliver(migrated, ...bodies);
    expect(again.every(({ accepted }) => accepted === 0)).toBe(true);
    await migrated.close();
  });

  it("leave to the projector what an earlier version had not folded yet, or folded ahead of the others", async () => {
    const now = await openFresh();
    await deliver(now, ...bodies);
    const before = await emptied(await createDatabase());
    await migrate(before, lastBefore(before, "projector"));
    const old = openStore(before);
    const { reader } = now;
    await insertAll(old, [
      ["Event", await reader.event.findMany()],
      ["Conversation", await reader.conversation.findMany({ omit: newerColumns })],
      ["ConversationVariable", await reader.conversationVariable.findMany()],
      ["Visitor", await reader.visitor.findMany()],
      ["PlatformAccount", await reader.platformAccount.findMany()],
      ["Bot", await reader.bot.findMany()],
      ["Label", await reader.label.findMany({ omit: { shownName: true } })],
    ]);
    const { eventId, conversationId } = await reader.writerClock.findFirstOrThrow();
    const folded = eventId / 2n;
    await old.writer.$executeRaw`
      UPDATE "WriterClock" SET "eventId" = ${eventId}, "conversationId" = ${conversationId}, "foldedEventId" = ${folded}`;
    // A placeholder row of a conversation that had just begun.
    await old.writer.$executeRaw`
      UPDATE "Conversation" SET "changeId" = 0, "snapshot" = '{}', "eventCount" = 1 WHERE "id" = ${conversationId}`;
    await old.close();

    await migrate(before);
    const migrated = openStore(before);
    expect(await countUnprojected(migrated)).toBeGreaterThan(0);
    await project(migrated);
    expect(await countUnprojected(migrated)).toBe(0);
    // A rebuild folds only what is projected.
    await rebuild(migrated, () => {});
    expect(await stateOf(migrated)).toEqual(await stateOf(now));
    expect((await rebuild(migrated, () => {})).conversations.changed).toBe(0);
    await migrated.close();
  });
});

/** Columns that are newer than both migrations. */
const newerColumns = {
  reopened: true,
  humanWait: true,
  firstReply: true,
  longestReply: true,
  waitingSince: true,
  firstVisitorMessage: true,
  lastPromptType: true,
  lastPromptText: true,
  lastPromptEventId: true,
  facetSetId: true,
} as const;

function lastBefore({ dialect }: Database, migration: string): string {
  const names = migrationNames(dialect);
  return names[names.findIndex((name) => name.endsWith(`_${migration}`)) - 1] ?? "";
}

/** The rows before bodies had a table, hashes were shortened, deliveries stored their events' ids, and accents had columns. */
async function copyInto(old: Store, now: Store): Promise<void> {
  const { reader } = now;
  const withoutDay = { omit: { lastDay: true } };
  const withoutAccents = { omit: { accentText: true } };
  const hashes = (bytes: Uint8Array) => Buffer.concat([bytes, bytes]);
  const bodyOf = new Map((await reader.deliveryBody.findMany()).map(({ id, bytes }) => [id, bytes]));
  const tables: [string, Record<string, unknown>[]][] = [
    [
      "Delivery",
      (await reader.delivery.findMany({ omit: { erased: true } })).map(({ firstEventId: _, ...row }) => ({
        ...row,
        body: bodyOf.get(row.id),
      })),
    ],
    ["Event", (await reader.event.findMany(withoutAccents)).map((row) => ({ ...row, hash: hashes(row.hash) }))],
    ["QuarantinedEvent", await reader.quarantinedEvent.findMany()],
    ["Conversation", await reader.conversation.findMany({ omit: { ...withoutAccents.omit, ...newerColumns } })],
    [
      "ConversationVariable",
      await reader.conversationVariable.findMany({ omit: { ...withoutDay.omit, accentText: true } }),
    ],
    ["Visitor", await reader.visitor.findMany()],
    ["PlatformAccount", await reader.platformAccount.findMany()],
    ["Bot", await reader.bot.findMany()],
    ["Label", await reader.label.findMany({ omit: { shownName: true } })],
  ];
  await insertAll(old, tables);
  const clock = await reader.writerClock.findFirstOrThrow({
    omit: { id: true, searchEventId: true, searchConversationId: true, tombstones: true },
  });
  const names = Object.keys(clock).map(
    (name, place) => `"${name}" = ${old.dialect === "sqlite" ? "?" : `$${place + 1}`}`,
  );
  await old.writer.$executeRawUnsafe(`UPDATE "WriterClock" SET ${names.join(", ")}`, ...Object.values(clock));
}

async function insertAll(old: Store, tables: readonly [string, Record<string, unknown>[]][]): Promise<void> {
  for (const [table, rows] of tables) {
    for (const row of rows) {
      const cells = Object.entries(row).filter(([, value]) => value !== null && value !== undefined);
      const columns = cells.map(([name]) => `"${name}"`).join(", ");
      const places = cells.map((_, place) => (old.dialect === "sqlite" ? "?" : `$${place + 1}`)).join(", ");
      const values = cells.map(([, value]) => value);
      await old.writer.$executeRawUnsafe(`INSERT INTO "${table}" (${columns}) VALUES (${places})`, ...values);
    }
  }
}
