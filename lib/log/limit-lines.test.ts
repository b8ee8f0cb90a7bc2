import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { LimitLines } from "./limit-lines";
import type { LogRecord } from "./log-line";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const record = (msg: string, more: Partial<LogRecord> = {}): LogRecord => ({ level: "warn", time: "", msg, ...more });

it("writes one line of a kind per minute, with the count of suppressed ones", () => {
  const lines: LogRecord[] = [];
  const limit = new LimitLines((line) => lines.push(line));
  for (let call = 0; call < 1000; call++) limit.take(record(`Request ${call} failed`));
  limit.take(record("Another kind"));
  expect(lines.map(({ msg, count }) => [msg, count])).toEqual([
    ["Request 0 failed", undefined],
    ["Another kind", undefined],
  ]);
  vi.advanceTimersByTime(60_000);
  expect(lines.slice(2).map(({ msg, count }) => [msg, count])).toEqual([["Request 999 failed", 999]]);
  for (let call = 0; call < 5; call++) limit.take(record("Request 7 failed", { count: 2 }));
  expect(lines).toHaveLength(3);
  vi.advanceTimersByTime(60_000);
  expect(lines.slice(3).map(({ count }) => count)).toEqual([10]);
  vi.advanceTimersByTime(60_000);
  limit.take(record("Request 8 failed"));
  expect(lines.at(-1)).toMatchObject({ msg: "Request 8 failed" });
});

it("distinguishes causes by their code", () => {
  const lines: LogRecord[] = [];
  const limit = new LimitLines((line) => lines.push(line));
  const err = (code: string, message: string) => ({ err: { type: "Error", message, code } });
  limit.take(record("Failed", err("SQLSTATE 53100", "could not extend file a")));
  limit.take(record("Failed", err("SQLSTATE 53100", "could not write file b")));
  limit.take(record("Failed", err("SQLSTATE 57P01", "terminating")));
  limit.take(record("Refused", { code: "SQLITE_FULL" }));
  limit.take(record("Refused", { code: "SQLITE_BUSY" }));
  expect(lines).toHaveLength(4);
});

it("stays bounded if every line is of another kind", () => {
  let count = 0;
  const limit = new LimitLines(() => void count++);
  for (let call = 0; call < 5000; call++) {
    limit.take(record("x".repeat(call % 200) + String.fromCharCode(97 + (call % 26))));
  }
  expect(count).toBeLessThanOrEqual(200);
});
