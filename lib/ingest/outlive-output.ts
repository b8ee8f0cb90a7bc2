import "server-only";

/**
 * Lets the server go on when whatever reads its output has ended, a pipe to a logger for one. A write then fails; unheard, that
 * would be an uncaught error, which Next writes down, which fails, on and on with a processor to itself.
 */
export function outliveOutput(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
}
