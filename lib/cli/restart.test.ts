import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "playhead-restart-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// The restart itself is tested in lib/testing/torture/refuse-nothing.torture.test.ts.
describe("npm run restart", () => {
  it("reports that nothing is running, even if a killed process left its files", async () => {
    const missing = await restart({ PORT: "21901" });
    expect(missing).toEqual({
      code: 1,
      printed: expect.stringContaining("No Playhead was found that runs on port 21901"),
    });
    writeFileSync(join(folder, "playhead-21902.pid"), String(process.pid));
    writeFileSync(join(folder, "playhead-21902.sock"), "");
    const stale = await restart({ PORT: "21902" });
    expect(stale).toEqual({ code: 1, printed: expect.stringContaining("Start it with: npm start") });
  });

  it("names the invalid variable", async () => {
    const { code, printed } = await restart({ PORT: "70000" });
    expect([code, printed]).toEqual([1, expect.stringContaining("PORT must be a whole number")]);
  });

  it("does not replace a container's first process, and reports that before installing or building anything", async () => {
    writeFileSync(join(folder, "playhead-21903.pid"), "1\n");
    const door = createServer().listen(join(folder, "playhead-21903.sock"));
    onTestFinished(() => void door.close());
    const { code, printed } = await restart({ PORT: "21903" });
    expect([code, printed]).toEqual([1, expect.stringContaining("replace the container instead")]);
    expect(printed).not.toContain("Building");
  });
});

function restart(variables: Record<string, string>): Promise<{ code: number | null; printed: string }> {
  const env = { ...process.env, DATABASE_URL: `file:${join(folder, "playhead.db")}`, ...variables };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ["lib/cli/run.mjs", "restart"], { env }, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode, printed: stdout + stderr }),
    );
  });
}
