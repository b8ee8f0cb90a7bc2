import "server-only";

const shared = globalThis as typeof globalThis & { playheadShutdown?: AbortSignal };

/** Aborts on shutdown: an open stream would keep the process from ending. */
export function untilShutdown(): AbortSignal {
  shared.playheadShutdown ??= listen();
  return shared.playheadShutdown;
}

function listen(): AbortSignal {
  const shutdown = new AbortController();
  for (const name of ["SIGTERM", "SIGINT"] as const) process.once(name, () => shutdown.abort());
  return shutdown.signal;
}
