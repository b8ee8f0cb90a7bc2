import "server-only";

/**
 * Keeps the server running when the reader of its output (such as a logger) has ended. Otherwise the failed write is an uncaught
 * error, which Next prints, which fails again, in an endless loop.
 */
export function outliveOutput(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
}
