import { vi } from "vitest";

/** Waits until the assertion holds: for up to half a minute, as the machine may be busy. */
export function eventually<Result>(assertion: () => Result | Promise<Result>): Promise<Result> {
  return vi.waitFor(assertion, { timeout: 30_000, interval: 20 });
}
