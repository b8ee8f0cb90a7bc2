import { spawnSync } from "node:child_process";
import { Worker } from "node:worker_threads";
import { afterEach, expect, it } from "vitest";

let server: Worker | null = null;
afterEach(async () => {
  await server?.terminate();
  server = null;
});

it.each([
  [200, 0],
  [503, 1],
])("turns %i of /api/ready into exit code %i", async (status, exitCode) => {
  expect(check(await serve(`response.writeHead(request.url === "/api/ready" ? ${status} : 404).end()`))).toBe(exitCode);
});

it("fails within three seconds where nobody answers, and where nobody listens", async () => {
  const port = await serve("");
  const startedAt = performance.now();
  expect(check(port)).toBe(1);
  expect(performance.now() - startedAt).toBeLessThan(3000);
  await server?.terminate();
  server = null;
  expect(check(port)).toBe(1);
});

function check(port: number): number | null {
  const env = { ...process.env, PORT: String(port) };
  return spawnSync("bash", ["deploy/healthcheck.sh"], { env }).status;
}

/** On a thread of its own: the test waits for the script. */
async function serve(answer: string): Promise<number> {
  const code = `
    const { createServer } = require("node:http");
    const server = createServer((request, response) => { ${answer} });
    server.listen(0, "127.0.0.1", () => require("node:worker_threads").parentPort.postMessage(server.address().port));`;
  const worker = new Worker(code, { eval: true });
  server = worker;
  return new Promise((resolve) => worker.once("message", resolve));
}
