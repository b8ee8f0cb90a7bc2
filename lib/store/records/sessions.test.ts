import { beforeEach, expect, it } from "vitest";
import type { Store } from "@/lib/store/connection/open-store";
import { describeEachDatabase } from "@/lib/testing/databases";
import { findActiveSessions, readSessions } from "./sessions";
import { insertUser } from "./users";

const hour = 3_600_000;

describeEachDatabase("sessions", (openStore) => {
  let store: Store;

  beforeEach(async () => {
    store = await openStore();
    for (const id of ["ada", "grace", "linus"]) {
      await insertUser(store, { id, name: id, email: `${id}@example.com`, role: "agent" });
    }
    await sign("ada", "first", { usedHoursAgo: 2, createdHoursAgo: 3 });
    await sign("ada", "second", { usedHoursAgo: 0, createdHoursAgo: 1 });
    await sign("ada", "idle", { usedHoursAgo: 6, createdHoursAgo: 7 });
    await sign("ada", "expired", { usedHoursAgo: 0, createdHoursAgo: 9, expired: true });
    await sign("ada", "old", { usedHoursAgo: 0, createdHoursAgo: 21 });
    await sign("grace", "of grace", { usedHoursAgo: 1, createdHoursAgo: 1 });
    await sign("linus", "of linus", { usedHoursAgo: 6, createdHoursAgo: 6 });
  });

  it("are listed and active until they expire, are too old or idle", async () => {
    const starts = { usedSince: new Date(Date.now() - 5 * hour), createdSince: new Date(Date.now() - 20 * hour) };
    expect((await readSessions(store, "ada", starts)).map(({ id }) => id)).toEqual(["second", "first"]);
    const ids = ["first", "idle", "expired", "old", "of grace", "of linus", "unknown"];
    expect((await findActiveSessions(store, ids, starts)).map(({ id }) => id).sort()).toEqual(["first", "of grace"]);
  });

  async function sign(
    userId: string,
    id: string,
    {
      usedHoursAgo,
      createdHoursAgo,
      expired = false,
    }: { usedHoursAgo: number; createdHoursAgo: number; expired?: boolean },
  ): Promise<void> {
    const ago = (hours: number) => new Date(Date.now() - hours * hour);
    await store.records.session.create({
      data: {
        ...{ id, token: id, userId, createdAt: ago(createdHoursAgo), updatedAt: ago(usedHoursAgo) },
        expiresAt: ago(expired ? 0.01 : -24),
      },
    });
  }
});
