import { expect, it, vi } from "vitest";
import { within } from "./within";

it("waits for a promise up to the limit, and leaves no timer behind", async () => {
  vi.useFakeTimers();
  expect(await within(Promise.resolve("value"), 1000, "late")).toBe("value");
  await expect(within(Promise.reject(new Error("failed")), 1000, "late")).rejects.toThrow("failed");
  expect(vi.getTimerCount()).toBe(0);
  const waiting = within(new Promise<string>(() => {}), 1000, "late");
  await vi.advanceTimersByTimeAsync(1000);
  expect(await waiting).toBe("late");
  vi.useRealTimers();
});
