// `npm start`, `npm run dev` (--dev), `npm run demo` (--demo); `--build-only` stops after the build.
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { build } from "./build.mjs";
import { childEnvironment, prepare, root, step } from "./prepare.mjs";

prepare();

const isAsked = (flag) => process.argv.includes(flag);
const isDemo = isAsked("--demo");
const isDevelopment = isAsked("--dev");

if (!isDevelopment) build();
if (isAsked("--build-only")) process.exit(0);

process.chdir(root);
if (existsSync(".env")) process.loadEnvFile(".env");
if (isDemo) {
  process.env.DATABASE_URL ??= "file:./data/demo.db";
  process.env.WEBHOOK_TOKENS ||= randomBytes(24).toString("base64url");
  process.env.PLAYHEAD_API_TOKEN ||= randomBytes(24).toString("base64url");
}

const port = process.env.PORT || "3000";
const host = process.env.HOST || "127.0.0.1";
const address = `http://${host.includes(":") ? `[${host}]` : host.replace(/^0\.0\.0\.0$/, "127.0.0.1")}:${port}`;
const publicAddress = (process.env.APP_URL || `http://localhost:${port}`).replace(/\/+$/, "");

step("Checking the environment and the database");
const migration = spawnSync(process.execPath, script("migrate"), { stdio: "inherit", env: childEnvironment() });
if (migration.status !== 0) process.exit(migration.status ?? 1);

const next = path.join(root, "node_modules", "next", "dist", "bin", "next");
const server = spawn(process.execPath, [next, isDevelopment ? "dev" : "start", "-H", host, "-p", port], {
  stdio: "inherit",
  env: childEnvironment({
    NODE_ENV: isDevelopment ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    // lib/ingest/stop-on-signal.ts ends the production server in order.
    ...(isDevelopment ? {} : { NEXT_MANUAL_SIG_HANDLE: "1" }),
  }),
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
server.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGKILL" ? 1 : 0)));

await untilReady();
console.log(`\n  Playhead  ${publicAddress}\n  Webhook   ${publicAddress}/api/webhook\n`);
if (isDemo) await fillWithConversations();

function script(name, ...args) {
  return ["--conditions=react-server", "--import", "tsx", path.join(root, "lib", "cli", `${name}.ts`), ...args];
}

async function untilReady() {
  for (;;) {
    const response = await fetch(`${address}/api/ready`).catch(() => null);
    if (response?.ok) return;
    await pause(200);
  }
}

/** Once: a demo that has conversations keeps them. */
async function fillWithConversations() {
  const headers = { authorization: `Bearer ${process.env.PLAYHEAD_API_TOKEN}` };
  const answer = await fetch(`${address}/api/v1/conversations?limit=1`, { headers });
  const { data } = answer.ok ? await answer.json() : {};
  if (!Array.isArray(data) || data.length > 0) return;
  step("Filling the demo with conversations");
  const token = process.env.WEBHOOK_TOKENS?.split(",")[0]?.trim() ?? "";
  const options = [
    "--conversations",
    "320",
    "--seed",
    "demo",
    "--rate",
    "0",
    "--batch",
    "40",
    "--url",
    address,
    "--token",
    token,
  ];
  spawn(process.execPath, script("simulate", ...options), { stdio: "inherit", env: childEnvironment() });
}
