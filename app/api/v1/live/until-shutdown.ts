import "server-only";

const shared = globalThis as typeof globalThis & { playheadShutdown?: AbortSignal };

/** Aborts when the process is told to end: a stream that stayed open would keep it from ending. */
export function untilShutdown(): AbortSignal {
  shared.playheadShutdown ??= listen();
  return shared.playheadShutdown;
}

function listen(): AbortSignal {
  const shutdown = new AbortController();
  for (const name of ["SIGTERM", "SIGINT"] as const) process.once(name, () => shutdown.abort());
  return shutdown.signal;
}
