import { readFileSync } from "node:fs";

/** What a trace of system calls says about a write-ahead log and the answers given while it was written. */
export interface Trace {
  /** Answers 200 of the webhook. */
  acknowledgements: number;
  /**
   * Of these, the places (from 0) of those that left while a part of the log was written and not yet synced. With more than one
   * sender that may be the next group's part.
   */
  beforeFsync: number[];
  fsyncs: number;
  /** Parts of the log written since its last fsync, which a power cut takes. */
  unsynced: { offset: number; length: number }[];
}

/** Reads the output of `strace -f -y`; `path` is the log. */
export function readTrace(file: string, path: string): Trace {
  const trace: Trace = { acknowledgements: 0, beforeFsync: [], fsyncs: 0, unsynced: [] };
  for (const line of readFileSync(file, "latin1").split("\n")) {
    const ofLog = line.includes(`<${path}>`);
    const call = /^\d+\s+(\w+)\(/.exec(line)?.[1] ?? "";
    if (ofLog && call === "pwrite64") {
      const [, length = "0", offset = "0"] = /, (\d+), (\d+)(?:\) +=| <unfinished)/.exec(line) ?? [];
      trace.unsynced.push({ offset: Number(offset), length: Number(length) });
    } else if (ofLog && (call === "fdatasync" || call === "fsync")) {
      trace.fsyncs += 1;
      trace.unsynced = [];
    } else if (line.includes('"HTTP/1.1 200')) {
      if (trace.unsynced.length > 0) trace.beforeFsync.push(trace.acknowledgements);
      trace.acknowledgements += 1;
    }
  }
  return trace;
}
