import { spawnSync } from "node:child_process";
import { closeSync, copyFileSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { migrate } from "@/prisma/migrate";
import { checkDatabase } from "./check-database";
import { Crowd } from "./crowd";
import { readTrace } from "./read-trace";
import { scale } from "./scale";
import { startWebhook } from "./webhook-process";

const cuts = scale({ short: 2, full: 30 });
const folder = mkdtempSync(join(tmpdir(), "playhead-power-"));
const canTrace = spawnSync("strace", ["-f", "true"]).status === 0;
if (!canTrace) console.log("No power is cut here: strace, which shows what reaches the disk and when, does not run.");

describe("a power cut under SQLite", () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.runIf(canTrace)(
    `loses nothing that was acknowledged, at ${cuts} random moments after 300 events: writes without fsync are discarded`,
    async () => {
      const database = await freshDatabase("safe");
      for (let cut = 0; cut < cuts; cut++) {
        const { alone, acknowledged, trace, copy, taken } = await cutPower(database, cut, false);
        expect(trace.acknowledgements).toBeGreaterThanOrEqual(alone);
        const early = trace.beforeFsync.filter((place) => place < alone);
        expect(early, "acknowledged with bytes of the log not yet on the disk").toEqual([]);
        expect(trace.fsyncs).toBeGreaterThanOrEqual(alone);
        const events = await checkDatabase(copy, acknowledged, false);
        console.log(`power cut: ${events} events, ${trace.fsyncs} fsyncs, ${taken} bytes taken, 0 lost`);
      }
    },
    scale({ short: 90_000, full: 900_000 }),
  );

  it.runIf(canTrace)("is detected to lose events if SQLite does not wait for the disk", async () => {
    const { alone, acknowledged, trace, copy } = await cutPower(await freshDatabase("unsafe"), 0, true);
    expect(trace.beforeFsync.filter((place) => place < alone)).not.toEqual([]);
    await expect(checkDatabase(copy, acknowledged, false)).rejects.toThrow("acknowledged and lost");
  });
});

async function freshDatabase(name: string) {
  const database = { dialect: "sqlite", path: join(folder, `${name}.db`) } as const;
  await migrate(database);
  return database;
}

/**
 * Runs a server under load, simulates a power cut, and returns the database without writes that were not synced. First one sender
 * waits for each response, so that each of these deliveries has its own commit (`alone`); then many share commits.
 */
async function cutPower(database: { dialect: "sqlite"; path: string }, cut: number, isUnsafe: boolean) {
  const name = `${isUnsafe ? "unsafe" : "safe"} ${cut}`;
  const traceFile = join(folder, `trace ${name}`);
  const server = await startWebhook(database, { production: false, under: strace(traceFile), isUnsafe });
  const alone = new Crowd(() => server.url, { senders: 1, batch: 2, seed: cut, name: `alone ${name}` });
  await alone.reaches(120);
  await alone.stop();
  const crowd = new Crowd(() => server.url, { senders: 12, seed: cut, name: `crowd ${name}` });
  await crowd.reaches(300);
  await pause(Math.random() * 300);
  await killTraced(server.pid);
  await server.ended;
  const acknowledged = new Set([...alone.acknowledged, ...crowd.acknowledged]);
  crowd.abandon();
  await crowd.stop();

  const trace = readTrace(traceFile, `${database.path}-wal`);
  const path = join(folder, `after cut ${name}.db`);
  copyFileSync(database.path, path);
  copyFileSync(`${database.path}-wal`, `${path}-wal`);
  const taken = blank(`${path}-wal`, trace.unsynced);
  return { alone: alone.attempts.length, acknowledged, trace, copy: { dialect: "sqlite", path } as const, taken };
}

/** Fills parts of a file with zeros, as if they had never been written. Returns their size. */
function blank(path: string, parts: readonly { offset: number; length: number }[]): number {
  const file = openSync(path, "r+");
  for (const { offset, length } of parts) writeSync(file, Buffer.alloc(length), 0, length, offset);
  closeSync(file);
  return parts.reduce((sum, { length }) => sum + length, 0);
}

function strace(file: string): string[] {
  const calls = "pwrite64,write,writev,sendto,sendmsg,fsync,fdatasync,ftruncate";
  return ["strace", "-f", "--seccomp-bpf", "-y", "-s", "16", "-e", `trace=${calls}`, "-e", "signal=none", "-o", file];
}

/** Kills the server under strace, and with it strace. */
async function killTraced(stracePid: number): Promise<void> {
  const { stdout } = spawnSync("ps", ["-o", "pid=", "--ppid", String(stracePid)], { encoding: "utf8" });
  for (const pid of stdout.split(/\s+/).filter((text) => text !== "")) process.kill(Number(pid), "SIGKILL");
}
