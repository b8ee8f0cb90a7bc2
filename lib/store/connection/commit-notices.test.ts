import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { type ChangeBatch, ChangeFeed } from "@/lib/queries/live/change-feed";
import { changesInScope } from "@/lib/store/reads/read-changes";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf } from "@/lib/testing/deliver";
import { cutConnections } from "@/lib/testing/disturb-database";
import { fullAccess } from "@/lib/testing/viewer";
import { openStore, type Store } from "./open-store";

const note = (text: string) => ({ events: [eventOf("note", { note: text }, "2024-01-01 00:00:00", text)] });

describeEachDatabase("commit notices", (_openStore, createDatabase, dialect) => {
  const isTold = dialect === "postgresql";

  it.runIf(isTold)("come soon after a commit of another process, and not after a rollback", async () => {
    const database = await createDatabase();
    const [here, there] = [openStore(database), openStore(database)];
    let notices = 0;
    const end = here.onNotice(() => notices++);
    await until(() => notices > 0);
    const before = notices;
    await deliver(there, note("kept"));
    await until(() => notices > before);
    expect(notices).toBe(before + 1);
    const failing = there.writer.$transaction(async (transaction) => {
      await transaction.$executeRaw`SELECT pg_notify('playhead_commit', '')`;
      throw new Error("rolled back");
    });
    await expect(failing).rejects.toThrow("rolled back");
    await pause(200);
    expect(notices).toBe(before + 1);
    end();
    await Promise.all([here.close(), there.close()]);
  });

  it("carry another process's commits to a feed without gaps or duplicates, across broken connections too", async () => {
    const database = await createDatabase();
    const [here, there] = [openStore(database), openStore(database)];
    const batches: ChangeBatch[] = [];
    const feed = new ChangeFeed(here);
    const end = feed.listen((batch) => batches.push(batch));
    await pause(300);
    const seen = () => batches.map((batch) => changesInScope(fullAccess, batch));
    const told = () => seen().reduce((sum, { events }) => sum + events, 0);
    for (let count = 1; count <= 12; count++) {
      await tryUntilStored(there, `note ${count}`);
      if (database.dialect === "postgresql" && count % 4 === 0) await cutConnections(database);
      await pause(count % 3 === 0 ? 150 : 0);
    }
    await until(() => told() >= 12);
    await pause(1300);
    end();
    expect(told()).toBe(12);
    const keys = seen().flatMap(({ conversationKeys }) => conversationKeys);
    expect(keys.toSorted()).toEqual(Array.from({ length: 12 }, (_, place) => `note ${place + 1}`).toSorted());
    for (const [place, batch] of batches.entries()) {
      if (place > 0) expect(batch.after).toBe(batches[place - 1]?.cursor);
    }
    await Promise.all([here.close(), there.close()]);
  });

  it.runIf(isTold)("wake a feed well before it would look by itself", async () => {
    const database = await createDatabase();
    const [here, there] = [openStore(database), openStore(database)];
    let told = 0;
    const end = new ChangeFeed(here).listen(() => told++);
    await pause(500);
    const times: number[] = [];
    for (let count = 1; count <= 8; count++) {
      const startedAt = performance.now();
      await deliver(there, note(`note ${count}`));
      await until(() => told >= count);
      times.push(performance.now() - startedAt);
      await pause(137);
    }
    end();
    // Polling once a second would take half a second on average.
    expect(times.toSorted((a, b) => a - b)[4]).toBeLessThan(350);
    await Promise.all([here.close(), there.close()]);
  });
});

/** Retries like the writer does when a connection breaks. */
async function tryUntilStored(store: Store, text: string): Promise<void> {
  for (let time = 0; time < 500; time++) {
    const stored = await deliver(store, note(text)).catch(() => null);
    if (stored !== null) return;
    await pause(20);
  }
  throw new Error("It was not stored within 10 s.");
}

async function until(isTrue: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!isTrue()) {
    if (Date.now() > deadline) throw new Error("It did not become so within 10 s.");
    await pause(5);
  }
}
