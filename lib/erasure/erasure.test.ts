import { createPublicKey } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { runDueJobs } from "@/lib/jobs/run-due-jobs";
import { appendEntries } from "@/lib/store/audit/append-entries";
import { verifyChain } from "@/lib/store/audit/verify-chain";
import type { Store } from "@/lib/store/connection/open-store";
import { SqliteConnection } from "@/lib/store/connection/sqlite-connection";
import { type ErasureMode, requestErasure } from "@/lib/store/erasure/erasures";
import { signingKeyOf } from "@/lib/store/erasure/signing-key";
import { project } from "@/lib/store/projections/project";
import { rebuild } from "@/lib/store/projections/rebuild/rebuild";
import { inTransaction } from "@/lib/store/records/in-transaction";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, log } from "@/lib/testing/deliver";
import { placesOf } from "@/lib/testing/places-of";
import { some } from "@/lib/testing/some";
import { conversationsOf, textOf } from "@/lib/testing/state-of";
import { noteOf, type PlantedPerson, plantedPerson } from "@/lib/testing/worlds/planted-person";
import { erasureJob } from "./erasure-job";
import { verifyReceipt } from "./receipt";

const hour = 3_600_000_000n;

const request = (store: Store, person: PlantedPerson, mode: ErasureMode, id = `${mode} ${person.mark.slice(3, 6)}`) =>
  inTransaction(store, (within) =>
    requestErasure(within, {
      ...{ id, mode, subjectType: "visitor", subjectKey: person.visitorKey, reason: "Case 7", refuseFuture: false },
      ...{ requestedBy: "privacy@example.com", requestedAt: 1n },
    }),
  );

/** What a log quotes of the people, and what their conversations are mixed with. */
async function plant(store: Store, people: readonly PlantedPerson[]): Promise<void> {
  await deliver(store, ...people.map(({ events }) => ({ events })));
  for (const [place, person] of people.entries()) {
    const other = people[(place + 1) % people.length] ?? person;
    const unreadable = { event: { type: "note", payload: { note: person.mark } }, conversation: { key: person.key } };
    await log(
      store,
      { events: [noteOf(person, 1), noteOf(other, 2), noteOf(person, 3)] },
      // Duplicates.
      { events: [...person.events.slice(0, 5), noteOf(other, 2)] },
      { events: [noteOf(person, 4), unreadable, noteOf(other, 5)] },
      `{"events":[${JSON.stringify(noteOf(person, 6)).slice(0, -5)}`,
    );
  }
  await project(store);
  await store.records.user.create({ data: { id: "u", name: "Agent", email: "agent@example.com" } });
  for (const { key, mark, visitorKey } of people) {
    const { id } = await store.reader.conversation.findUniqueOrThrow({ where: { key } });
    const at = { createdAt: 1n, updatedAt: 1n };
    await store.records.bookmark.create({
      data: {
        id: mark.slice(3, 6),
        userId: "u",
        conversationId: id,
        eventId: 0n,
        note: `About ${mark}`,
        createdAt: 1n,
      },
    });
    const search = `status=open&q=Name+${mark}&visitor=${visitorKey}`;
    const view = { id: mark.slice(3, 6), name: `Name ${mark}`, search, settings: "{}", position: 1, ownerId: "u" };
    await store.records.savedView.create({ data: { ...view, ...at } });
    const who = { actorKind: "user", actorId: "u", actorName: "Agent", role: "agent", ip: null, at: 1n } as const;
    await inTransaction(store, (within) =>
      appendEntries(within, "access", [
        { ...who, action: "visitor.read", subjectType: "visitor", subjectId: visitorKey, detail: null },
        { ...who, action: "conversation.read", subjectType: "conversation", subjectId: key, detail: null },
        { ...who, action: "search.run", subjectType: null, subjectId: null, detail: `{"q":"${mark}@example.com"}` },
      ]),
    );
  }
}

/** Runs jobs until none is left, with a clock that skips waits. */
async function finish(store: Store, kind = erasureJob): Promise<void> {
  let at = 1_800_000_000_000_000n;
  for (let round = 0; round < 200; round += 1) {
    await project(store);
    await runDueJobs(store, { kinds: [kind], now: () => at });
    at += hour;
    if ((await store.reader.job.count({ where: { state: "waiting", kind: kind.name } })) === 0) return;
  }
  throw new Error(JSON.stringify(await store.reader.job.findMany(), (_, value) => String(value)));
}

const idsOf = async (store: Store, people: readonly PlantedPerson[]) => {
  const where = { key: { in: people.map(({ key }) => key) } };
  return (await store.reader.conversation.findMany({ where, select: { id: true } })).map(({ id }) => id);
};

const stateOfAll = async (store: Store, people: readonly PlantedPerson[]) => {
  const { nameOf: _, ...state } = await conversationsOf(store, await idsOf(store, people));
  return textOf(state);
};

describeEachDatabase("erasure", (openStore) => {
  it("leaves nothing of 10 of 60 people, and everything of the others, while deliveries arrive", async () => {
    const store = await openStore();
    const people = Array.from({ length: 60 }, (_, place) => plantedPerson(place));
    await plant(store, people);
    const [gone, others] = [people.slice(0, 10), people.slice(10, 55)];
    const before = await stateOfAll(store, others);
    const reader = store.database.dialect === "sqlite" ? SqliteConnection.open(store.database.path) : null;
    reader?.run('BEGIN; SELECT count(*) FROM "Event"');
    for (const [place, person] of gone.entries()) await request(store, person, place < 5 ? "content" : "whole");

    let isErasing = true;
    const arriving = (async () => {
      for (let place = 10; isErasing && place < 500; place += 1) {
        await log(store, { events: [noteOf(people[55 + (place % 5)] ?? plantedPerson(59), place)] });
        if (place === 100) reader?.run("COMMIT");
        await pause(5);
      }
    })();
    await finish(store).finally(() => {
      isErasing = false;
    });
    await arriving;
    await project(store);

    const erasures = await store.reader.erasure.findMany();
    expect(
      erasures.map(({ state, found, erased, subjectKey }) => ({ state, isAll: found === erased, subjectKey })),
    ).toEqual(gone.map(() => ({ state: "done", isAll: true, subjectKey: null })));
    for (const { receipt } of erasures) {
      const verification = verifyReceipt(receipt ?? "", createPublicKey(await signingKeyOf(store)));
      expect(verification.ok && verification.receipt.proof).toMatchObject(
        reader === null ? { vacuum: "done" } : { walEmptied: true, found: 0 },
      );
    }
    reader?.close();
    if (store.database.dialect === "sqlite") {
      const connection = SqliteConnection.open(store.database.path);
      connection.query({ sql: "PRAGMA wal_checkpoint(TRUNCATE)", args: [], argTypes: [] });
      connection.close();
    }
    for (const { mark } of some(gone)) expect(await placesOf(store, mark), mark).toEqual([]);
    for (const { key } of some(gone.slice(5))) expect(await placesOf(store, key), key).toEqual([]);
    expect(await placesOf(store, people[20]?.mark ?? "")).not.toEqual([]);
    expect(await stateOfAll(store, others)).toBe(before);
    expect(await verifyChain(store, "access")).toMatchObject({ firstBroken: null, checked: 180 });
    const report = await rebuild(store, () => {});
    expect(report).toMatchObject({ events: { changed: 0 }, conversations: { changed: 0 } });
    expect(await stateOfAll(store, others)).toBe(before);
  }, 150_000);

  it.each(["content", "whole"] as const)(
    "(%s) is complete, though it is killed in every step",
    async (mode) => {
      const store = await openStore();
      const people = Array.from({ length: 3 }, (_, place) => plantedPerson(place));
      await plant(store, people);
      const [person = plantedPerson(0), ...others] = people;
      const before = await stateOfAll(store, others);
      await request(store, person, mode);
      let isKilled = false;
      let kills = 0;
      await finish(store, {
        ...erasureJob,
        run: (step) =>
          erasureJob.run({
            ...step,
            commit: (work) =>
              step.commit(async (transaction) => {
                const outcome = await work(transaction);
                isKilled = !isKilled;
                if (isKilled) kills += 1;
                if (isKilled) throw new Error("killed");
                return outcome;
              }),
          }),
      });
      expect(kills).toBeGreaterThan(8);
      const [erasure] = await store.reader.erasure.findMany();
      expect(erasure).toMatchObject({ state: "done", found: erasure?.erased, subjectKey: null });
      expect(await placesOf(store, person.mark)).toEqual([]);
      expect(await stateOfAll(store, others)).toBe(before);
      const report = await rebuild(store, () => {});
      expect(report).toMatchObject({ events: { changed: 0 }, conversations: { changed: 0 } });
    },
    120_000,
  );
});
