import { existsSync, readFileSync } from "node:fs";
import { totalmem } from "node:os";

/** Measured memory use of a build, in bytes. */
const needed = 2.2e9;

/** A warning about too little memory for the build; null if there is enough. */
export function memoryWarning({ memory = memoryOfMachine(), swap = freeSwap() } = {}) {
  if (memory + swap >= needed) return null;
  return (
    `The build needs about ${gigabytes(needed)} of memory, and there are ${gigabytes(memory + swap)} with swap. The system may end ` +
    "it: if so, add memory or swap, or build on another machine with `npm run build` and copy the folder .next."
  );
}

/** The machine's memory, or its container's limit. */
function memoryOfMachine() {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

function freeSwap() {
  const file = "/proc/meminfo";
  const free = existsSync(file) ? /^SwapFree:\s+(\d+) kB/m.exec(readFileSync(file, "utf8"))?.[1] : undefined;
  return Number(free ?? 0) * 1024;
}

function gigabytes(bytes) {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}
