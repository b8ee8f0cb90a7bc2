import { PassThrough, Readable } from "node:stream";
import { expect, it, vi } from "vitest";
import { passOnOutput } from "./pass-on-output";

async function passedOn(...chunks: string[]): Promise<string> {
  const to = new PassThrough();
  const from = Readable.from(chunks, { objectMode: false });
  passOnOutput(from, to, "error");
  await new Promise((resolve) => from.once("end", resolve));
  return String(to.read() ?? "");
}

const printed = [
  "▲ Next.js 16\n   - Local:   http://localhost:4000\n",
  '{"level":"warn","msg":"ours"}\n',
  "\u001b[31m⨯\u001b[39m Error: no ro",
  "om\n    at place (file.ts:1:1)\n    at other (file.ts:2:2) {\n}\n",
  "the end",
];

it("passes lines on without Next's banner, colors and stacks", async () => {
  expect(await passedOn(...printed)).toBe('{"level":"warn","msg":"ours"}\n⨯ Error: no room\nthe end\n');
});

it("converts other output to log lines if the log is JSON", async () => {
  vi.stubEnv("LOG_FORMAT", "json");
  const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  expect(await passedOn(...printed)).toBe('{"level":"warn","msg":"ours"}\n');
  const records = written.mock.calls.map(([line]) => JSON.parse(String(line)));
  written.mockRestore();
  vi.unstubAllEnvs();
  expect(records).toMatchObject([
    { level: "error", component: "pages", msg: "⨯ Error: no room" },
    { level: "error", component: "pages", msg: "the end" },
  ]);
});
