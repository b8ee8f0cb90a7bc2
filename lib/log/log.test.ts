import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const run = promisify(execFile);

/** Runs `code` in its own process without a terminal, and returns its log. */
async function printed(code: string, env: Record<string, string> = {}): Promise<{ stdout: string; stderr: string }> {
  const source = `import { announce, announceFailure, log } from "@/lib/log/log";
    import { redirectConsole } from "@/lib/log/redirect-console";
    import { beginRequest } from "@/lib/log/request-id";
    import { AppError } from "@/lib/errors/app-error";
    ${code}`;
  const command = ["--conditions=react-server", "--import", "tsx", "--input-type=module", "-e", source];
  const { FORCE_COLOR: _, ...own } = process.env;
  return run(process.execPath, command, { env: { ...own, ...env } });
}

const failure = `const error = new Error("no room\\nfor this"); error.stack = "Error: no room\\n" + "    at place (file.ts:1:1)\\n".repeat(20);`;

it("writes a line per record, as text or JSON", async () => {
  const code = `${failure} log().info("Started"); log().error({ err: error }, "It failed"); log().debug("Detail");`;
  const text = await printed(code);
  expect(text.stdout).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z INFO {2}Started\n$/);
  expect(text.stderr).toMatch(/^\S+ ERROR It failed \(Error: for this\) at place \(file\.ts:1:1\)[^\n]*\n$/);
  const json = await printed(code, { LOG_FORMAT: "json" });
  expect(JSON.parse(json.stdout)).toEqual({ level: "info", time: expect.any(String), msg: "Started" });
  const record = JSON.parse(json.stderr);
  expect(record).toMatchObject({ level: "error", msg: "It failed", err: { type: "Error", message: "for this" } });
  expect(record.err.at).toHaveLength(3);
  expect(record.err.stack).toBeUndefined();
});

it("filters by LOG_LEVEL", async () => {
  const code = `${failure} log().debug("Detail"); log().info("Started"); log().error({ err: error }, "It failed");`;
  const quiet = await printed(code, { LOG_LEVEL: "error" });
  expect(quiet.stdout).toBe("");
  expect(quiet.stderr).toContain("It failed");
  const all = await printed(code, { LOG_LEVEL: "debug", LOG_FORMAT: "json" });
  expect(all.stdout).toContain("Detail");
  expect(JSON.parse(all.stderr).err.stack.split("\n").length).toBeGreaterThan(20);
});

it("converts output of libraries to log lines, without colors and stacks", async () => {
  const code = `${failure} redirectConsole();
    console.error("\\u001b[31m⨯\\u001b[39m", error); console.warn("%d left", 3); console.log({ a: 1 });`;
  const { stdout, stderr } = await printed(code);
  const lines = stderr.trim().split("\n");
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain("ERROR Unexpected error (Error: for this)");
  expect(lines[1]).toContain("WARN  3 left");
  expect(stdout).toContain("INFO  { a: 1 }");
  expect(stdout + stderr).not.toContain("\u001b");
});

it("includes the request id, as sent if it is valid", async () => {
  const code = `beginRequest("trace-7"); log().info("One"); beginRequest("bad\\nid"); log().info("Two");`;
  const lines = (await printed(code, { LOG_FORMAT: "json" })).stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines[0].requestId).toBe("trace-7");
  expect(lines[1].requestId).toMatch(/^[0-9a-f-]{36}$/);
});

it("reports errors at the start in each format", async () => {
  const code = `announce("\\n  Playhead  http://x\\n", { url: "http://x" });
    announceFailure(new AppError("environment_invalid", "The environment is not valid:\\n  PORT must be a number"));`;
  const text = await printed(code);
  expect(text).toEqual({
    stdout: "\n  Playhead  http://x\n\n",
    stderr: "The environment is not valid:\n  PORT must be a number\n",
  });
  const json = await printed(code, { LOG_FORMAT: "json" });
  expect(JSON.parse(json.stdout)).toMatchObject({ level: "info", msg: "Playhead http://x", url: "http://x" });
  expect(JSON.parse(json.stderr)).toMatchObject({ level: "error", err: { message: expect.stringContaining("PORT") } });
});
