import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";

// On globalThis, because Next bundles the routes and instrumentation apart.
const shared = globalThis as typeof globalThis & { playheadRequestId?: AsyncLocalStorage<string> };

function current(): AsyncLocalStorage<string> {
  shared.playheadRequestId ??= new AsyncLocalStorage();
  return shared.playheadRequestId;
}

const wellFormed = /^[\w.:@/+=-]{1,128}$/;

/** The id of the request that is being answered; null outside of one. */
export function requestId(): string | null {
  return current().getStore() ?? null;
}

/** What a request's `X-Request-Id` says where it is well formed; else a new one. What the caller goes on to do has it. */
export function beginRequest(sent: string | string[] | undefined): string {
  const id = typeof sent === "string" && wellFormed.test(sent) ? sent : randomUUID();
  current().enterWith(id);
  return id;
}
