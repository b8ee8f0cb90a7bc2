import { execFileSync } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";

const betweenLooksMs = 100;

/** Bytes of memory that a process and its children hold now. */
export function memoryOf(pid: number): number {
  const sizes = execFileSync("ps", ["-o", "rss=", "--pid", String(pid), "--ppid", String(pid)], { encoding: "utf8" });
  return sizes.split("\n").reduce((sum, size) => sum + Number(size), 0) * 1024;
}

/** The most that a process was seen to hold while `work` was done. */
export async function peakMemoryDuring<Result>(
  pid: number,
  work: Promise<Result>,
): Promise<{ peak: number; result: Result }> {
  let isDone = false;
  const done = work.finally(() => {
    isDone = true;
  });
  let peak = memoryOf(pid);
  // A failure of the work is thrown below.
  const look = async () => {
    while (!isDone) {
      peak = Math.max(peak, memoryOf(pid));
      await pause(betweenLooksMs);
    }
  };
  const [result] = await Promise.all([done, look()]);
  return { peak, result };
}
