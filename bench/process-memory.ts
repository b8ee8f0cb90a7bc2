import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

const sampleIntervalMs = 100;

/** Current memory of a process and its children, in bytes. */
export function memoryOf(pid: number): number {
  const sizes = execFileSync("ps", ["-o", "rss=", "--pid", String(pid), "--ppid", String(pid)], { encoding: "utf8" });
  return sizes.split("\n").reduce((sum, size) => sum + Number(size), 0) * 1024;
}

/**
 * Like `memoryOf`, with shared memory counted once, such as Node's program. Where the system does not report it, all is counted.
 */
export function memoryTakenBy(pid: number): number {
  if (!existsSync(`/proc/${pid}/smaps_rollup`)) return memoryOf(pid);
  const listed = execFileSync("ps", ["-o", "pid=", "--pid", String(pid), "--ppid", String(pid)], { encoding: "utf8" });
  const parts = listed
    .trim()
    .split("\n")
    .map((line) => {
      const text = readFileSync(`/proc/${line.trim()}/smaps_rollup`, "utf8");
      const sumOf = (kind: string) =>
        [...text.matchAll(new RegExp(`^${kind}_(?:Clean|Dirty): +(\\d+) kB`, "gm"))].reduce(
          (sum, [, kB]) => sum + Number(kB),
          0,
        );
      return { own: sumOf("Private"), shared: sumOf("Shared") };
    });
  const own = parts.reduce((sum, part) => sum + part.own, 0);
  return (own + Math.max(...parts.map(({ shared }) => shared))) * 1024;
}

/** The peak memory of a process during `work`. */
export async function peakMemoryDuring<Result>(
  pid: number,
  work: Promise<Result>,
): Promise<{ peak: number; result: Result }> {
  let isDone = false;
  const done = work.finally(() => {
    isDone = true;
  });
  let peak = memoryOf(pid);
  // A failure of `work` is thrown below.
  const look = async () => {
    while (!isDone) {
      peak = Math.max(peak, memoryOf(pid));
      await pause(sampleIntervalMs);
    }
  };
  const [result] = await Promise.all([done, look()]);
  return { peak, result };
}
