import { expect, it } from "vitest";
import { hashInTurn } from "./hash-in-turn";

it("runs two at once, queues fifty, and rejects more", async () => {
  let started = 0;
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const work = async () => {
    started += 1;
    await finished;
  };
  const first = [hashInTurn(work), hashInTurn(work)];
  await new Promise(setImmediate);
  const waiting = Array.from({ length: 50 }, () => hashInTurn(work));
  await expect(hashInTurn(work)).rejects.toMatchObject({ code: "too_busy" });
  await new Promise(setImmediate);
  expect(started).toBe(2);
  finish();
  await Promise.all([...first, ...waiting]);
  expect(started).toBe(52);
});
