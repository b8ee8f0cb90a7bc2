import type { z } from "zod";
import { ApiError, errorBody } from "./api-error";

interface CallOptions {
  signal?: AbortSignal;
}

/**
 * Reads `path` (of this site) and parses the answer.
 * Without a session the browser goes to the sign-in page; every other failure is an {@link ApiError}.
 */
export async function getJson<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  options: CallOptions = {},
): Promise<z.output<Schema>> {
  return call(path, schema, { ...options, headers: { accept: "application/json" } });
}

/** Reads `path` as text; fails as {@link getJson} does. */
export async function getText(path: string): Promise<string> {
  return (await succeed(path, {})).text();
}

/** Sends `body` as JSON with the session's cookie and parses the answer; fails as {@link getJson} does. */
export async function postJson<Schema extends z.ZodType>(
  path: string,
  body: unknown,
  schema: Schema,
  options: CallOptions = {},
): Promise<z.output<Schema>> {
  return sendJson("POST", path, body, schema, options);
}

/** As {@link postJson}, with another method. */
export async function sendJson<Schema extends z.ZodType>(
  method: "POST" | "PATCH" | "DELETE",
  path: string,
  body: unknown,
  schema: Schema,
  options: CallOptions = {},
): Promise<z.output<Schema>> {
  return call(path, schema, {
    ...options,
    method,
    headers: { accept: "application/json", "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

async function call<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  init: RequestInit,
): Promise<z.output<Schema>> {
  const response = await succeed(path, init);
  const body: unknown = await response.json().catch(() => undefined);
  const parsed = schema.safeParse(body);
  if (!parsed.success) {
    throw new ApiError(response.status, "The server's answer has an unexpected shape. Reload the page.", "unreadable");
  }
  return parsed.data;
}

async function succeed(path: string, init: RequestInit): Promise<Response> {
  const response = await send(path, init);
  if (response.status === 401) goToSignIn();
  if (!response.ok) throw await readError(response);
  return response;
}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { ...init, credentials: "same-origin", cache: "no-store" });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ApiError(0, "The server cannot be reached.", "unreachable");
  }
}

async function readError(response: Response): Promise<ApiError> {
  const body = errorBody.safeParse(await response.json().catch(() => undefined));
  if (!body.success) return new ApiError(response.status, `The server answered ${response.status}.`);
  return new ApiError(response.status, body.data.error, body.data.code, body.data.parameter ?? null);
}

function goToSignIn(): void {
  if (typeof window === "undefined" || window.location.pathname === "/sign-in") return;
  const here = window.location.pathname + window.location.search;
  window.location.assign(`/sign-in?next=${encodeURIComponent(here)}`);
}
