// Serves a build that is there already: the last part of `npm start`, and what the container runs.
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { loadEnvironment } from "./load-environment.mjs";
import { childEnvironment, root, step } from "./prepare.mjs";
import { nextCommand, productionCommand, productionEnvironment } from "./production-command.mjs";

/**
 * Checks the environment, migrates, serves until a signal comes, and prints where. Ends the process when a step fails.
 * A demo has a database of its own, which is filled with conversations once.
 */
export async function serve({ isDevelopment = false, isDemo = false } = {}) {
  process.chdir(root);
  loadEnvironment(root);
  if (isDemo) prepareDemo();
  migrate();
  await refuseTakenPort();
  startNext(isDevelopment);
  await untilReady();
  const { publicAddress } = addresses();
  console.log(`\n  Playhead  ${publicAddress}\n  Webhook   ${publicAddress}/api/webhook\n`);
  if (isDemo) await fillWithConversations();
}

function addresses() {
  const port = process.env.PORT || "3000";
  const host = process.env.HOST || "127.0.0.1";
  const reachable = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return {
    port,
    host,
    address: `http://${reachable.includes(":") ? `[${reachable}]` : reachable}:${port}`,
    publicAddress: (process.env.APP_URL || `http://localhost:${port}`).replace(/\/+$/, ""),
  };
}

/** Ends the process when the port cannot be listened on. Whoever answers there would else pass for this server. */
async function refuseTakenPort() {
  const { host, port } = addresses();
  const probe = createServer().listen({ host, port: Number(port) });
  try {
    await once(probe, "listening");
  } catch (error) {
    const reason = error.code === "EADDRINUSE" ? "something else listens there already" : error.message;
    console.error(`Cannot listen on ${host}:${port}: ${reason}. PORT chooses another port, HOST another address.`);
    process.exit(1);
  }
  probe.close();
  await once(probe, "close");
}

function prepareDemo() {
  process.env.DATABASE_URL ||= "file:./data/demo.db";
  process.env.WEBHOOK_TOKENS ||= randomBytes(24).toString("base64url");
  process.env.PLAYHEAD_API_TOKEN ||= randomBytes(24).toString("base64url");
}

function migrate() {
  step("Checking the environment and the database");
  const child = spawnSync(process.execPath, script("migrate"), { stdio: "inherit", env: childEnvironment() });
  if (child.status !== 0) process.exit(child.status ?? 1);
}

function startNext(isDevelopment) {
  const { host, port } = addresses();
  const server = isDevelopment
    ? spawn(process.execPath, [nextCommand, "dev", "-H", host, "-p", port], {
        stdio: "inherit",
        env: childEnvironment({ NODE_ENV: "development", NEXT_TELEMETRY_DISABLED: "1" }),
      })
    : spawn(process.execPath, productionCommand({ host, port }), {
        stdio: "inherit",
        env: childEnvironment(productionEnvironment),
      });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
  server.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGKILL" ? 1 : 0)));
}

async function untilReady() {
  for (;;) {
    const response = await fetch(`${addresses().address}/api/ready`).catch(() => null);
    if (response?.ok) return;
    await pause(200);
  }
}

/** Once: a demo that has conversations keeps them. */
async function fillWithConversations() {
  const { address } = addresses();
  const headers = { authorization: `Bearer ${process.env.PLAYHEAD_API_TOKEN}` };
  const answer = await fetch(`${address}/api/v1/conversations?limit=1`, { headers });
  const { data } = answer.ok ? await answer.json() : {};
  if (!Array.isArray(data) || data.length > 0) return;
  step("Filling the demo with conversations");
  const token = process.env.WEBHOOK_TOKENS?.split(",")[0]?.trim() ?? "";
  const story = ["--conversations", "320", "--seed", "demo", "--rate", "0", "--batch", "40"];
  const args = script("simulate", ...story, "--url", address, "--token", token);
  spawn(process.execPath, args, { stdio: "inherit", env: childEnvironment() });
}

function script(name, ...args) {
  return ["--conditions=react-server", "--import", "tsx", path.join(root, "lib", "cli", `${name}.ts`), ...args];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await serve();
