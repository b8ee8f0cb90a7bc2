import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "playhead-serve-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("serving", () => {
  it("does not mistake another server for its own: a port in use stops the start and is named", async () => {
    const other = createServer((_, response) => response.end()).listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const { code, printed } = await serve({ PORT: String(port) });
    other.close();
    expect(printed).toContain(`Cannot listen on 127.0.0.1:${port}: something else listens there already.`);
    expect(printed).not.toContain("/api/webhook");
    expect(code).toBe(1);
  });

  it("names the variable if the port is invalid", async () => {
    const { code, printed } = await serve({ PORT: "70000" });
    expect(printed).toContain("PORT");
    expect(code).toBe(1);
  });
});

function serve(variables: Record<string, string>): Promise<{ code: number | null; printed: string }> {
  const script = `import("./lib/cli/serve.mjs").then(({ serve }) => serve())`;
  const env = { ...process.env, HOST: "127.0.0.1", DATABASE_URL: `file:${join(folder, "playhead.db")}`, ...variables };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ["-e", script], { env }, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode, printed: stdout + stderr }),
    );
  });
}
