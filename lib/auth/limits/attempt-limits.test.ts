import { expect, it, vi } from "vitest";
import { attemptLimits } from "./attempt-limits";

it("allows a number of failures of each kind in five minutes", () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-01-01T00:00:00Z") });
  const most = {
    signInsPerAccountAndAddress: 10,
    signInsPerAddress: 50,
    firstAccountsPerAddress: 20,
    invitationsPerAddress: 20,
    redirectionsPerAddress: 60,
    passwordChangesPerUser: 10,
    tokensPerAddress: 50,
  };
  const limits = attemptLimits();
  expect(Object.keys(limits).sort()).toEqual(Object.keys(most).sort());
  for (const [name, allowed] of Object.entries(most)) {
    const limit = limits[name as keyof typeof most];
    const tries = Array.from({ length: allowed + 1 }, () => limit.take("somebody"));
    expect(tries.filter((each) => each.allowed)).toHaveLength(allowed);
    expect(tries.at(-1)).toEqual({ allowed: false, retryAfterSeconds: 300 });
  }
  vi.useRealTimers();
});
