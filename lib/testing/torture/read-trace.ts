import { readFileSync } from "node:fs";

/** Data from a trace of system calls about a write-ahead log and the responses sent meanwhile. */
export interface Trace {
  /** Responses of the webhook with status 200. */
  acknowledgements: number;
  /**
   * Indexes (from 0) of those sent while a part of the log was written and not yet synced. With several senders that may be part
   * of the next group.
   */
  beforeFsync: number[];
  fsyncs: number;
  /** Parts of the log written since its last fsync, which a power cut loses. */
  unsynced: { offset: number; length: number }[];
}

/** Parses the output of `strace -f -y`; `path` is the log. */
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
