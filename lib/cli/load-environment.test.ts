import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "playhead-env-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text = `# Settings\r\nPORT=3197\r\nexport HOST="127.0.0.1"\r\nAUTH_SECRET='a $ecret #1' # kept\r\nAPP_URL=https://example.com\r\n`;
const expected = { PORT: "3197", HOST: "127.0.0.1", AUTH_SECRET: "a $ecret #1", APP_URL: "https://example.com" };
const utf16 = Buffer.from(text, "utf16le");

describe("the variables of .env", () => {
  it.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with a byte-order mark", Buffer.from(`\ufeff${text}`)],
    ["lines that end in \\n", Buffer.from(text.replaceAll("\r", ""))],
    ["UTF-16", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["UTF-16 without a byte-order mark", utf16],
    ["UTF-16, big-endian", Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
  ])("are read from %s", (_name, bytes) => {
    const { stdout, stderr } = load(bytes);
    expect(JSON.parse(stdout || stderr)).toEqual(expected);
  });

  it("do not override variables that are set", () => {
    expect(JSON.parse(load(Buffer.from(text), { PORT: "4000" }).stdout)).toMatchObject({ PORT: "4000" });
  });

  it("end the command if the encoding is different", () => {
    const { status, stderr } = load(Buffer.from("AUTH_SECRET=gr\xfcn", "latin1"));
    expect(stderr).toContain("it is not UTF-8 text. Save it as UTF-8.");
    expect(status).toBe(1);
  });
});

function load(bytes: Buffer, variables: Record<string, string> = {}) {
  writeFileSync(join(folder, ".env"), bytes);
  const script = `import { loadEnvironment } from "./lib/cli/load-environment.mjs";
    loadEnvironment(${JSON.stringify(folder)});
    const { PORT, HOST, AUTH_SECRET, APP_URL } = process.env;
    console.log(JSON.stringify({ PORT, HOST, AUTH_SECRET, APP_URL }));`;
  const options = { env: { NODE_ENV: "test", PATH: process.env.PATH, ...variables }, encoding: "utf8" } as const;
  return spawnSync(process.execPath, ["--input-type=module", "-e", script], options);
}
