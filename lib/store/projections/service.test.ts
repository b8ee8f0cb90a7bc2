import { expect, it } from "vitest";
import { summarySeen } from "@/lib/queries/lists/summary-of";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver } from "@/lib/testing/deliver";
import { pick, randomNumbers } from "@/lib/testing/many-conversations";
import { serviceNaively } from "@/lib/testing/naive/service-naively";
import { some } from "@/lib/testing/some";
import { fullAccess } from "@/lib/testing/viewer";
import { serviceWorld } from "@/lib/testing/worlds/service-world";
import { rebuild } from "../projections/rebuild/rebuild";
import { readListings } from "../reads/read-listings";

const shown = [
  "humanWaitMs",
  "firstReplyMs",
  "longestReplyMs",
  "waitingSince",
  "reopened",
  "firstVisitorMessage",
] as const;

describeEachDatabase("facts about waiting, replies and prompts", (openStore) => {
  it("are those of the events, in any order and batching", async () => {
    const store = await openStore();
    const random = randomNumbers(11);
    const worlds = Array.from({ length: 40 }, (_, place) => serviceWorld(random, 1 + Math.floor(random() * 30), place));
    const arriving = worlds.flat().map((event) => ({ event, order: random() }));
    arriving.sort((a, b) => a.order - b.order);
    while (arriving.length > 0) {
      const size = pick(random, [1, 5, 40]);
      await deliver(store, { events: arriving.splice(0, size).map(({ event }) => event) });
    }
    const ids = await store.reader.conversation.findMany({ select: { id: true } });
    const rows = await readListings(
      store,
      fullAccess,
      ids.map(({ id }) => id),
    );
    const summaries = new Map(rows.map((row) => [row.key, summarySeen(row, null)]));
    for (const world of some(worlds)) {
      const { lastPrompt, ...naive } = serviceNaively(world);
      const summary = summaries.get(world[0]?.conversation.key ?? "");
      for (const name of shown) expect(summary?.[name], name).toEqual(naive[name]);
      if (lastPrompt === null) expect(summary?.lastPrompt).toBeNull();
      else expect(summary?.lastPrompt).toMatchObject(lastPrompt);
    }
    expect((await rebuild(store, () => {})).conversations.changed).toBe(0);
  });
});
