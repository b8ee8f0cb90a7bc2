import { expect, it, onTestFinished, vi } from "vitest";
import { describeEachDatabase } from "@/lib/testing/databases";
import { logFailure } from "./log-failure";

describeEachDatabase("a failure of the database", (openStore, _createDatabase, dialect) => {
  it("is logged with its cause, once a minute for each kind", async () => {
    const { reader } = await openStore();
    const error: unknown = await reader.$queryRawUnsafe('SELECT * FROM "NoSuchTable"').catch((reason) => reason);
    const other: unknown = await reader.$queryRawUnsafe("SELECT 1 +").catch((reason) => reason);
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    onTestFinished(() => log.mockRestore());
    const start = performance.now() + (dialect === "sqlite" ? 0 : 3_600_000);
    for (let second = 0; second < 60; second++) logFailure(error, start + second * 1000);
    expect(log.mock.calls).toHaveLength(1);
    expect(log.mock.calls[0]?.[0]).toMatch(
      dialect === "sqlite" ? /SQLITE_ERROR.*no such table/ : /SQLSTATE 42P01.*NoSuchTable/,
    );
    if (dialect === "postgresql") {
      logFailure(other, start + 1000);
      expect(log.mock.calls[1]?.[0]).toContain("SQLSTATE 42601");
    }
    logFailure(error, start + 61_000);
    expect(log.mock.calls.at(-1)?.[0]).toContain("59 more");
  });
});
