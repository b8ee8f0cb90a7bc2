import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Agent, get } from "node:http";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from "vitest";
import type { Database } from "@/lib/env/database-url";
import { openStore } from "@/lib/store/connection/open-store";
import { describeEachDatabase } from "@/lib/testing/databases";
import { bundleDoor } from "@/lib/testing/processes/bundle-door";
import { useLogThread } from "@/lib/testing/processes/start-log-thread";
import { deliverMessage, SteadyLoad } from "@/lib/testing/steady-load";
import { Door } from "../door";
import { nameOf, type RestartOrder } from "./messages";
import { Successor } from "./successor";

vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");
vi.stubEnv("WEBHOOK_TOKENS", "right");
const startWorker = useLogThread();
let folder = "";

beforeAll(async () => {
  // Within the project, where packages are resolved.
  mkdirSync("test-results", { recursive: true });
  folder = mkdtempSync(resolve("test-results", "hand-over-"));
  await bundleDoor(folder, "lib/testing/torture/webhook-server.ts");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeEachDatabase("a door that hands over to a new version", (_, createDatabase) => {
  it("rejects and loses nothing: on new and kept connections, and in a slow body", async () => {
    const { door, database, port } = await startDoor(await createDatabase());
    const server = { port, token: "right" };
    const load = new SteadyLoad(server);
    await load.goesOn(30);
    const slow = deliverMessage(server, "slow", { pieces: 8, pauseMs: 100 });
    const old = new Agent({ keepAlive: true, maxSockets: 1 });
    const before = await deliverMessage(server, "over an old connection", { agent: old });
    expect(before).toEqual({ status: 200, connection: "keep-alive" });
    const successor = successorOf(door, database, [join(folder, "webhook-server.mjs")]);
    await door.handOver(successor);
    await successor.leave();
    const left = door.leave();
    const again = await deliverMessage(server, "over an old connection, later", { agent: old });
    expect(again).toEqual({ status: 200, connection: "close" });
    expect((await slow).status).toBe(200);
    await load.goesOn(100);
    await load.stop();
    await left;

    expect((await load.figures()).refused).toEqual([]);
    await expectAll(database, load.acknowledged.size + 3);
    expect((await deliverMessage(server, "to the new one")).status).toBe(200);
  });

  it("finishes the pages' responses, ends live streams, and passes later requests on", async () => {
    const { door, database, port } = await startDoor(await createDatabase(), ["lib/testing/small-pages.mjs"]);
    await door.untilPages();
    const url = `http://127.0.0.1:${port}`;
    const stream = await fetch(`${url}/events`);
    const slow = fetch(`${url}/slow`);
    const old = new Agent({ keepAlive: true, maxSockets: 1 });
    expect(await statusOf(`${url}/`, old)).toEqual([200, "keep-alive"]);
    const successor = successorOf(door, database, [join(folder, "webhook-server.mjs")]);
    await door.handOver(successor);
    await successor.leave();
    const left = door.leave();
    await expect(stream.text()).rejects.toThrow();
    // The new one has no page server here, so it responds 503.
    expect(await statusOf(`${url}/`, old)).toEqual([503, "close"]);
    expect((await slow).status).toBe(200);
    await left;
  });

  it("continues if the new version does not start, and reports why", async () => {
    const { door, database, port } = await startDoor(await createDatabase());
    const load = new SteadyLoad({ port, token: "right" });
    await load.goesOn(10);
    const fails = successorOf(door, database, [
      "-e",
      `process.send({ kind: "failed", reason: "No." }, () => process.exit(1))`,
    ]);
    await expect(door.handOver(fails)).rejects.toThrow("No.");
    const ends = successorOf(door, database, ["-e", "process.exit(3)"]);
    await expect(door.handOver(ends)).rejects.toThrow("The new version ended (exit code 3)");
    await load.goesOn(20);
    await load.stop();
    expect((await load.figures()).refused).toEqual([]);
    await expectAll(database, load.acknowledged.size);
  });

  it("answers waiting requests if the new version crashes while taking over", async () => {
    const { door, database, port } = await startDoor(await createDatabase());
    const load = new SteadyLoad({ port, token: "right" });
    await load.goesOn(10);
    const dies = successorOf(door, database, ["-e", diesOver("ready")]);
    await expect(door.handOver(dies)).rejects.toThrow("exit code 7");
    const diesLater = successorOf(door, database, ["-e", diesOver("listening")]);
    await expect(door.handOver(diesLater)).rejects.toThrow("exit code 7");
    await load.goesOn(20);
    await load.stop();
    expect((await load.figures()).refused).toEqual([]);
    await expectAll(database, load.acknowledged.size);
  });

  it("does not write to a database that the new version has upgraded before it crashed", async () => {
    const { door, database, port } = await startDoor(await createDatabase());
    const go = join(folder, `go-${port}`);
    const waits = `const { existsSync, writeFileSync } = require("node:fs");
      process.send({ kind: "prepared" });
      process.on("message", () => {
        writeFileSync(${JSON.stringify(`${go}-wanted`)}, "");
        setInterval(() => existsSync(${JSON.stringify(go)}) && process.exit(7), 10);
      });`;
    const handedOver = door.handOver(successorOf(door, database, ["-e", waits], true));
    while (!existsSync(`${go}-wanted`)) await pause(5);
    const server = { port, token: "right" };
    const held = deliverMessage(server, "held");
    const store = openStore(database);
    onTestFinished(() => store.close());
    const name = "99990101000000_of_a_later_version";
    await store.writer.$executeRaw`
      INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "started_at", "finished_at", "applied_steps_count")
      VALUES ('later', 'x', ${name}, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, 1)`;
    writeFileSync(go, "");
    await expect(handedOver).rejects.toThrow("exit code 7");
    expect((await held).status).toBe(503);
    expect(await store.reader.delivery.count()).toBe(0);

    await store.writer.$executeRaw`DELETE FROM "_prisma_migrations" WHERE "id" = 'later'`;
    while ((await deliverMessage(server, "again")).status !== 200) await pause(50);
  });
});

/** A door in this process. */
async function startDoor(database: Database, pagesCommand: string[] | null = null) {
  const door = new Door({ startThread: () => startWorker(database), pagesCommand, port: 0 });
  const port = await door.listen();
  onTestFinished(() => door.stop());
  return { door, database, port };
}

function successorOf(door: Door, database: Database, args: string[], upgrades = false): Successor {
  const url = database.dialect === "sqlite" ? `file:${database.path}` : database.url;
  const order: RestartOrder = {
    command: [process.execPath, "--conditions=react-server", ...args],
    cwd: process.cwd(),
    env: { ...inherited(), DATABASE_URL: url, PORT: String(door.port) },
    host: "127.0.0.1",
    database: nameOf(database),
    upgrades,
  };
  const successor = new Successor(order);
  onTestFinished(() => successor.end());
  return successor;
}

function inherited(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

/** A version that exits instead of sending `last`. */
function diesOver(last: "ready" | "listening"): string {
  return `process.send({ kind: "prepared" });
    process.on("message", ({ kind }) => {
      if (kind === "released" && ${JSON.stringify(last)} === "listening") process.send({ kind: "ready" });
      else process.exit(7);
    });`;
}

function statusOf(url: string, agent: Agent): Promise<unknown> {
  return new Promise((settle, reject) => {
    const request = get(url, { agent }, ({ statusCode, headers }) => settle([statusCode, headers.connection]));
    request.once("response", (response) => response.resume());
    request.once("error", reject);
  });
}

async function expectAll(database: Database, count: number): Promise<void> {
  const store = openStore(database);
  expect(await store.reader.event.count()).toBe(count);
  await store.close();
}
