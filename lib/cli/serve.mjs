// Serves an existing build: the last part of `npm start`, and the container's entry point.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { doorCommand, nextCommand, productionEnvironment } from "../process/production-command.mjs";
import { runChild } from "../process/run-child.mjs";
import { copyBuild } from "../process/running-build.mjs";
import { cliCommand } from "./cli-command.mjs";
import { loadEnvironment } from "./load-environment.mjs";
import { childEnvironment, complain, root, step } from "./prepare.mjs";

// A signal is passed to the running child, and ends this process too.
let isRunning = false;
let isStopping = false;
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    isStopping = true;
    if (!isRunning) process.exit(0);
  });
}

/**
 * Validates the environment, migrates, and serves until a signal arrives. In production this process becomes the door
 * (lib/door/main.ts). A demo uses its own database, which is filled with conversations once.
 */
export async function serve({ isDevelopment = false, isDemo = false } = {}) {
  process.chdir(root);
  loadEnvironment(root);
  if (isDemo) prepareDemo();
  step("Checking the environment and the database");
  const code = await run(cliCommand("migrate"));
  // An upgrade interrupted by a signal has been rolled back and has printed so.
  if (isStopping || code !== 0) process.exit(code);
  if (isDemo) await run(cliCommand("demo-users"));
  await refuseTakenPort();
  if (isDevelopment) return serveDevelopment();
  // Windows cannot replace a process; and a demo still has work to do in this one.
  if (!isDemo && process.execve !== undefined && process.platform !== "win32") become(doorCommand(copyBuild()));
  const ended = run(doorCommand(copyBuild()), productionEnvironment);
  if (isDemo) await fillWithConversations();
  process.exit(await ended);
}

/** Replaces this process with another program, keeping its process id. */
function become(args) {
  process.execve(process.execPath, [process.execPath, ...args], childEnvironment(productionEnvironment));
}

async function serveDevelopment() {
  const { host, port, address, publicAddress } = addresses();
  const variables = { NODE_ENV: "development", NEXT_TELEMETRY_DISABLED: "1" };
  const ended = run([nextCommand, "dev", "-H", host, "-p", port], variables);
  await untilReady(address);
  console.log(`\n  Playhead  ${publicAddress}\n  Webhook   ${publicAddress}/api/webhook\n`);
  const code = await ended;
  process.exit(isStopping ? 0 : code);
}

/** Runs Node, forwarding signals. Resolves to the exit code. */
async function run(args, variables) {
  isRunning = true;
  const { code } = await runChild(process.execPath, args, { variables });
  isRunning = false;
  return code;
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

/** Exits if the port is in use. Otherwise another server on it would be mistaken for this one. */
async function refuseTakenPort() {
  const { host, port } = addresses();
  const probe = createServer().listen({ host, port: Number(port) });
  try {
    await once(probe, "listening");
  } catch (error) {
    const reason = error.code === "EADDRINUSE" ? "something else listens there already" : error.message;
    complain(
      `Cannot listen on ${host}:${port}: ${reason}. PORT chooses another port, HOST another address. Playhead itself is replaced by: npm run restart`,
    );
    process.exit(1);
  }
  probe.close();
  await once(probe, "close");
}

function prepareDemo() {
  // The journal of another database in the folder has another key.
  if (!process.env.DATABASE_URL) process.env.ERASURE_JOURNAL ||= "./data/demo-erasures.jsonl";
  process.env.DATABASE_URL ||= "file:./data/demo.db";
  process.env.WEBHOOK_TOKENS ||= randomBytes(24).toString("base64url");
  process.env.PLAYHEAD_API_TOKEN ||= randomBytes(24).toString("base64url");
}

/** Returns early if the server ends. */
async function untilReady(address) {
  while (isRunning) {
    const response = await fetch(`${address}/api/ready`).catch(() => null);
    if (response?.ok) return;
    await pause(200);
  }
}

/** Only once: a demo's existing conversations are kept. */
async function fillWithConversations() {
  const { address } = addresses();
  await untilReady(address);
  const headers = { authorization: `Bearer ${process.env.PLAYHEAD_API_TOKEN}` };
  const answer = await fetch(`${address}/api/v1/conversations?limit=1`, { headers }).catch(() => null);
  const { data } = answer?.ok ? await answer.json() : {};
  if (!Array.isArray(data) || data.length > 0) return;
  step("Filling the demo with conversations");
  const token = process.env.WEBHOOK_TOKENS?.split(",")[0]?.trim() ?? "";
  const story = ["--conversations", "320", "--seed", "demo", "--rate", "0", "--batch", "40"];
  const args = cliCommand("simulate", ...story, "--url", address, "--token", token);
  spawn(process.execPath, args, { stdio: "inherit", env: childEnvironment() });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await serve();
