import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { AttemptCounter } from "./attempt-counter";

const windowMs = 5 * 60 * 1000;
const begin = Date.parse("2026-01-01T00:00:00Z");

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: begin }));
afterEach(() => void vi.useRealTimers());

it("allows a number of attempts, then returns the time to wait", () => {
  const counter = new AttemptCounter({ max: 3, windowMs });
  for (let attempt = 0; attempt < 3; attempt++) expect(counter.take("a")).toEqual({ allowed: true });
  vi.setSystemTime(begin + 60_000);
  expect(counter.take("a")).toEqual({ allowed: false, retryAfterSeconds: 240 });
  expect(counter.peek("a")).toEqual({ allowed: false, retryAfterSeconds: 240 });
  vi.setSystemTime(begin + 60_001);
  expect(counter.peek("a")).toEqual({ allowed: false, retryAfterSeconds: 240 });
  vi.setSystemTime(begin + 61_000);
  expect(counter.peek("a")).toEqual({ allowed: false, retryAfterSeconds: 239 });
  expect(counter.take("b")).toEqual({ allowed: true });
});

it("ends a window five minutes after its first attempt, however many were rejected meanwhile", () => {
  const counter = new AttemptCounter({ max: 1, windowMs });
  counter.take("a");
  vi.setSystemTime(begin + windowMs - 1);
  expect(counter.take("a")).toEqual({ allowed: false, retryAfterSeconds: 1 });
  vi.setSystemTime(begin + windowMs);
  expect(counter.peek("a")).toEqual({ allowed: true });
  expect(counter.take("a")).toEqual({ allowed: true });
  expect(counter.take("a")).toMatchObject({ allowed: false });
});

it("counts only what is not given back", () => {
  const counter = new AttemptCounter({ max: 2, windowMs });
  for (let attempt = 0; attempt < 5; attempt++) {
    expect(counter.take("a")).toEqual({ allowed: true });
    counter.giveBack("a");
  }
  counter.take("a");
  counter.take("a");
  expect(counter.peek("a")).toMatchObject({ allowed: false });
  counter.forget("a");
  expect(counter.peek("a")).toEqual({ allowed: true });
});

it("gives back no more than was taken", () => {
  const counter = new AttemptCounter({ max: 1, windowMs });
  counter.giveBack("a");
  counter.take("a");
  for (let time = 0; time < 3; time++) counter.giveBack("a");
  expect(counter.take("a")).toEqual({ allowed: true });
  expect(counter.take("a")).toMatchObject({ allowed: false });
});

it("keeps a subject with a new window among the newest", () => {
  const counter = new AttemptCounter({ max: 1, windowMs });
  for (const subject of ["oldest", "again"]) counter.take(subject);
  vi.setSystemTime(begin + windowMs);
  for (let subject = 2; subject < 50_000; subject++) counter.take(String(subject));
  counter.take("again");
  counter.take("one more");
  expect(counter.peek("again")).toMatchObject({ allowed: false });
  counter.take("another one");
  expect(counter.peek("2")).toEqual({ allowed: true });
  expect(counter.peek("3")).toMatchObject({ allowed: false });
});

it("evicts the oldest subjects if there are too many", () => {
  const counter = new AttemptCounter({ max: 1, windowMs });
  for (let subject = 0; subject <= 50_000; subject++) counter.take(String(subject));
  expect(counter.peek("0")).toEqual({ allowed: true });
  expect(counter.peek("1")).toMatchObject({ allowed: false });
  expect(counter.peek("50000")).toMatchObject({ allowed: false });
});
