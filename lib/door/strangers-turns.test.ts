import { describe, expect, it } from "vitest";
import { StrangersTurns } from "./strangers-turns";

describe("the turns of requests without a session", () => {
  it("allow six requests of an address at once, the next when one ends, and other addresses meanwhile", async () => {
    const turns = new StrangersTurns();
    const ends = await Promise.all(Array.from({ length: 6 }, () => turns.take("203.0.113.1")));
    let isSeventhThere = false;
    const seventh = turns.take("203.0.113.1").then(() => {
      isSeventhThere = true;
    });
    expect(await turns.take("203.0.113.2")).not.toBeNull();
    expect(isSeventhThere).toBe(false);
    ends[0]?.();
    await seventh;
    expect(isSeventhThere).toBe(true);
  });

  it("reject the 65th waiting request, until there is room again", async () => {
    const turns = new StrangersTurns();
    const all = Array.from({ length: 70 }, () => turns.take("203.0.113.1"));
    expect(await turns.take("203.0.113.1")).toBeNull();
    const patient = turns.take("203.0.113.1", Number.POSITIVE_INFINITY);
    expect(await Promise.race([patient, Promise.resolve("waits")])).toBe("waits");
    const first = await all[0];
    const second = await all[1];
    first?.();
    second?.();
    await all[7];
    expect(await Promise.race([turns.take("203.0.113.1"), Promise.resolve("waits")])).toBe("waits");
  });

  it("revoke a turn that does not end", async () => {
    const turns = new StrangersTurns();
    await Promise.all(Array.from({ length: 6 }, () => turns.take("203.0.113.1")));
    expect(await turns.take("203.0.113.1")).not.toBeNull();
  });
});
