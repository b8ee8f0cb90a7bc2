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
    `takes nothing that was acknowledged, at ${cuts} random moments after 300 events: what no fsync covers is gone`,
    async () => {
      const database = { dialect: "sqlite", path: join(folder, "playhead.db") } as const;
      await migrate(database);
      for (let cut = 0; cut < cuts; cut++) {
        const traceFile = join(folder, `trace-${cut}`);
        // One sender waits for each of its answers, so that each has a commit of its own; then many share them.
        const server = await startWebhook(database, { production: false, under: strace(traceFile) });
        const alone = new Crowd(() => server.url, { senders: 1, batch: 2, seed: cut, name: `alone ${cut}` });
        await alone.reaches(120);
        await alone.stop();
        const crowd = new Crowd(() => server.url, { senders: 12, seed: cut, name: `crowd ${cut}` });
        await crowd.reaches(300);
        await pause(Math.random() * 300);
        await killTraced(server.pid);
        await server.ended;
        const acknowledged = new Set([...alone.acknowledged, ...crowd.acknowledged]);
        crowd.abandon();
        await crowd.stop();

        const trace = readTrace(traceFile, `${database.path}-wal`);
        expect(trace.acknowledgements).toBeGreaterThanOrEqual(alone.attempts.length);
        expect(trace.beforeFsync, "acknowledged with bytes of the log not yet on the disk").toBe(0);
        expect(trace.fsyncs).toBeGreaterThanOrEqual(alone.attempts.length);
        const copy = join(folder, `after-cut-${cut}.db`);
        copyFileSync(database.path, copy);
        copyFileSync(`${database.path}-wal`, `${copy}-wal`);
        const taken = blank(`${copy}-wal`, trace.unsynced);
        const events = await checkDatabase({ dialect: "sqlite", path: copy }, acknowledged, false);
        console.log(`power cut: ${events} events, ${trace.fsyncs} fsyncs, ${taken} bytes taken, 0 lost`);
      }
    },
    scale({ short: 90_000, full: 900_000 }),
  );
});

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

/** Ends the server under strace at once, and with it strace. */
async function killTraced(stracePid: number): Promise<void> {
  const { stdout } = spawnSync("ps", ["-o", "pid=", "--ppid", String(stracePid)], { encoding: "utf8" });
  for (const pid of stdout.split(/\s+/).filter((text) => text !== "")) process.kill(Number(pid), "SIGKILL");
}
