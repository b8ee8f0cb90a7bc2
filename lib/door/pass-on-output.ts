import type { Readable, Writable } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { isJsonLog, log } from "@/lib/log/log";

/** Next's startup lines, whose address is not the public one. */
const banner = /^\s*(▲ Next\.js|- (Local|Network):|✓ (Starting|Ready))/;
/** Continuations of the line before: the log has errors in one line. */
const stack = /^\s*(at .*:\d+:\d+\)?( \{)?|[[\]{}]+)\s*$/;

/**
 * Passes the page server's output on, line by line: log lines unchanged, other output of Next and Node without colors and stacks.
 * Continues reading when nobody reads the door's output any more: a full pipe would block the page server.
 */
export function passOnOutput(from: Readable, to: Writable, level: "info" | "error"): void {
  let rest = "";
  from.setEncoding("utf8");
  from.on("data", (chunk: string) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) passOn(stripVTControlCharacters(line), to, level);
  });
  from.on("end", () => {
    if (rest !== "") passOn(stripVTControlCharacters(rest), to, level);
  });
  from.on("error", () => {});
}

function passOn(line: string, to: Writable, level: "info" | "error"): void {
  if (banner.test(line) || stack.test(line)) return;
  if (!isJsonLog() || line.startsWith('{"level":')) to.write(`${line}\n`);
  else if (line.trim() !== "") log()[level]({ component: "pages" }, line.trim());
}
