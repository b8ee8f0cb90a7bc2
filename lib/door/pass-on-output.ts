import type { Readable, Writable } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { isJsonLog, log } from "@/lib/log/log";

/** Next's own lines at the start: they name an address that is not the public one. */
const banner = /^\s*(▲ Next\.js|- (Local|Network):|✓ (Starting|Ready))/;
/** What belongs to the line before: the log says in one line what failed. */
const stack = /^\s*(at .*:\d+:\d+\)?( \{)?|[[\]{}]+)\s*$/;

/**
 * Passes on what the page server prints, line by line: the lines of its log as they are, others, as Next and Node print them, without
 * colors and stacks. Goes on when nobody reads the door's output any more: the page server would stand still with a full pipe.
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
