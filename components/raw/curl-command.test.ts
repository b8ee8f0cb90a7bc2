import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { curlCommand } from "./curl-command";

interface Received {
  body: string;
  request: IncomingMessage;
}

let last: Received | null = null;
const server = createServer(async (request, response) => {
  last = { request, body: (await buffer(request)).toString("utf8") };
  response.end("{}");
});

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(() => server.close());

const shells = ["sh", "bash", "zsh"].filter((shell) => isThere(shell) && isThere("curl"));

const texts = {
  quotes: String.raw`{"text":"it's \"here\" '' $HOME ${"`"}id${"`"} \\ \n !! %s %d"}`,
  "line breaks and tabs": '{\r\n\t"text": "a"\n,\n"b": 1}\n',
  scripts: '{"text":"Zażółć 🙏 \u202Eright to left\u2028"}',
  "an at sign": '"@/etc/passwd"',
  length: `{"text":"${"it's long ".repeat(40_000)}"}`,
};

it.each(shells.flatMap((shell) => Object.entries(texts).map(([what, raw]) => [shell, what, raw] as const)))(
  "%s sends the same bytes: %s",
  async (shell, _, raw) => {
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const child = spawn(shell, [], {
      env: { ...process.env, PLAYHEAD_WEBHOOK_TOKEN: "the token" },
      stdio: ["pipe", "ignore", "ignore"],
    });
    child.stdin.end(`${curlCommand(`http://127.0.0.1:${port}`, raw)}\n`);
    expect((await once(child, "exit"))[0]).toBe(0);
    expect(last?.body).toBe(`{"events":[${raw}]}`);
    expect(last?.request).toMatchObject({ method: "POST", url: "/api/webhook" });
    expect(last?.request.headers).toMatchObject({ "content-type": "application/json", "x-webhook-token": "the token" });
  },
);

function isThere(command: string): boolean {
  return spawnSync("sh", ["-c", `command -v ${command}`], { stdio: "ignore" }).status === 0;
}
