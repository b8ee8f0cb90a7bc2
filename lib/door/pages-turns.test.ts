import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { PagesTurns } from "./pages-turns";

/** A lock that is free immediately, or once `free` resolves. */
function turns(free: Promise<void> = Promise.resolve()) {
  const seen: string[] = [];
  const lock = async () => {
    await free;
    return () => seen.push("released");
  };
  const own = new PagesTurns({ lock, onTurn: () => seen.push("turn"), onExpired: () => seen.push("expired") });
  return { own, seen };
}

it("gives the pages a turn, and ends it when they are done", async () => {
  const { own, seen } = turns();
  await own.ask();
  own.end();
  own.end();
  expect(seen).toEqual(["turn", "released"]);
});

it("revokes a turn that the pages do not use, without consequences", async () => {
  const { own, seen } = turns();
  await own.ask();
  while (seen.length < 2) await pause(20);
  await pause(20);
  expect(seen).toEqual(["turn", "released"]);
});

it("revokes a turn that lasts too long", async () => {
  const { own, seen } = turns();
  await own.ask();
  own.use();
  while (seen.length < 3) await pause(20);
  expect(seen).toEqual(["turn", "released", "expired"]);
  own.end();
  expect(seen).toHaveLength(3);
  await own.ask();
  while (seen.length < 5) await pause(20);
  await pause(20);
  expect(seen.slice(3)).toEqual(["turn", "released"]);
});

it("gives no turn to pages that died while waiting", async () => {
  const free = Promise.withResolvers<void>();
  const { own, seen } = turns(free.promise);
  const asking = own.ask();
  own.end();
  free.resolve();
  await asking;
  expect(seen).toEqual(["released"]);
});
