import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { limitLog } from "./limit-log";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("writes one line of a kind in a minute, then how many more there were", () => {
  const lines: unknown[][] = [];
  const log = { error: (...values: unknown[]) => void lines.push(values), warn: () => {} };
  limitLog(log);
  for (let call = 0; call < 1000; call++) log.error(`Request ${call} failed\nat line ${call}`, { call });
  log.error(new Error("another kind"));
  expect(lines).toEqual([["Request 0 failed\nat line 0", { call: 0 }], [new Error("another kind")]]);
  vi.advanceTimersByTime(60_000);
  expect(lines.slice(2)).toEqual([["Request # failed (999 more within a minute)"]]);
  log.error("Request 1 failed");
  expect(lines.at(-1)).toEqual(["Request 1 failed"]);
});

it("stays bounded when every line is of another kind", () => {
  let count = 0;
  const log = { error: () => void count++, warn: () => {} };
  limitLog(log);
  const error: (text: string) => void = log.error;
  for (let call = 0; call < 5000; call++) error("x".repeat(call % 200) + String.fromCharCode(97 + (call % 26)));
  expect(count).toBeLessThanOrEqual(200);
});
