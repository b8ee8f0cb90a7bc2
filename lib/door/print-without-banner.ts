import type { Readable } from "node:stream";

/** Next's own lines at the start: they name an address that is not the public one. */
const banner = /^\s*(▲ Next\.js|- (Local|Network):|✓ (Starting|Ready))/;

/**
 * Prints what the page server prints, line by line, without Next's banner. Goes on when nobody reads the door's output any more:
 * the page server would stand still with a full pipe.
 */
export function printWithoutBanner(output: Readable): void {
  let rest = "";
  output.setEncoding("utf8");
  output.on("data", (chunk: string) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    const shown = lines.filter((line) => !banner.test(line));
    if (shown.length > 0) process.stdout.write(`${shown.join("\n")}\n`);
  });
  output.on("error", () => {});
}
