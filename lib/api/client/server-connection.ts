import { onlineManager } from "@tanstack/react-query";

/** Whether the server answers. While it does not, queries are paused instead of failing. */
export interface ServerConnection {
  isLost: boolean;
  /** Time of the next attempt, in milliseconds since 1970; null while connected, and during an attempt. */
  nextTryAt: number | null;
}

const delaysMs = [1000, 2000, 4000, 8000, 15_000];
const answersWithinMs = 5000;

const connected: ServerConnection = { isLost: false, nextTryAt: null };
const listeners = new Set<() => void>();
let connection = connected;
let attempts = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let attempt: Promise<boolean> | null = null;

export function serverConnection(): ServerConnection {
  return connection;
}

/** During server rendering, the server is always reachable. */
export function serverConnectionOnServer(): ServerConnection {
  return connected;
}

/** Calls `listener` when the connection changes. Returns a function that removes the listener. */
export function subscribeToServerConnection(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Reports that a request got no response. The server is polled until it answers; then queries resume. */
export function reportLostServer(): void {
  // The browser may have set it to true in the meantime: it only knows about the network.
  onlineManager.setOnline(false);
  if (!connection.isLost) scheduleAttempt();
}

/** Tries the server now. Returns whether it answers. */
export function tryServer(): Promise<boolean> {
  attempt ??= askServer().finally(() => {
    attempt = null;
  });
  return attempt;
}

async function askServer(): Promise<boolean> {
  clearTimeout(timer);
  if (connection.isLost) change({ isLost: true, nextTryAt: null });
  const answers = await fetch("/api/health", { cache: "no-store", signal: AbortSignal.timeout(answersWithinMs) }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (answers) {
    attempts = 0;
    change(connected);
  } else {
    scheduleAttempt();
  }
  onlineManager.setOnline(answers);
  return answers;
}

function scheduleAttempt(): void {
  clearTimeout(timer);
  const delay = delaysMs[Math.min(attempts, delaysMs.length - 1)] ?? 0;
  attempts += 1;
  timer = setTimeout(() => void tryServer(), delay);
  change({ isLost: true, nextTryAt: Date.now() + delay });
}

function change(next: ServerConnection): void {
  connection = next;
  for (const listener of listeners) listener();
}
