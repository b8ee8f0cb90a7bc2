import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";

// On globalThis, because Next bundles routes and instrumentation separately.
const shared = globalThis as typeof globalThis & { playheadRequestId?: AsyncLocalStorage<string> };

function current(): AsyncLocalStorage<string> {
  shared.playheadRequestId ??= new AsyncLocalStorage();
  return shared.playheadRequestId;
}

const wellFormed = /^[\w.:@/+=-]{1,128}$/;

/** The id of the current request; null outside of one. */
export function requestId(): string | null {
  return current().getStore() ?? null;
}

/**
 * Starts a request with the id in its `X-Request-Id` if that is valid, else a new one. Asynchronous work of the caller inherits
 * it.
 */
export function beginRequest(sent: string | string[] | undefined): string {
  const id = typeof sent === "string" && wellFormed.test(sent) ? sent : randomUUID();
  current().enterWith(id);
  return id;
}
