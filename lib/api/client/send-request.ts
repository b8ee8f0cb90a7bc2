import type { ErrorBody } from "@/lib/api/schemas/error-body";
import { ApiError } from "./api-error";
import { reportLostServer } from "./server-connection";

/**
 * Sends a request to this site with the session's cookie. Without a session, redirects to the sign-in page.
 *
 * @throws ApiError for every unsuccessful response, and if there is none; an aborted request throws its reason
 */
export async function sendRequest(path: string, init: RequestInit = {}): Promise<Response> {
  const response = await send(path, init);
  if (response.status === 401) goToSignIn();
  if (response.ok) return response;
  const error = await readError(response);
  if (isProxyError(error)) reportLostServer();
  throw error;
}

/** Options for a JSON body. */
export function jsonBody(body: unknown): Pick<RequestInit, "headers" | "body"> {
  return { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { ...init, credentials: "same-origin", cache: "no-store" });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    reportLostServer();
    throw new ApiError(0, "The server can't be reached. Check the connection and try again.", "unreachable");
  }
}

async function readError(response: Response): Promise<ApiError> {
  const { status, headers } = response;
  const body: unknown = await response.json().catch(() => undefined);
  const seconds = Number(headers.get("retry-after") ?? Number.NaN);
  const retryAfter = Number.isFinite(seconds) ? seconds : null;
  if (isErrorBody(body)) return new ApiError(status, body.error, body.code, body.parameter ?? null, retryAfter);
  return new ApiError(status, `The server answered ${status}. Try again in a moment.`, null, null, retryAfter);
}

/** Whether a proxy responded because the server did not. */
function isProxyError({ status, code }: ApiError): boolean {
  return code === null && [502, 503, 504].includes(status);
}

/** Proxies may respond in other formats. */
function isErrorBody(body: unknown): body is ErrorBody {
  return (
    typeof body === "object" && body !== null && "error" in body && typeof body.error === "string" && "code" in body
  );
}

function goToSignIn(): void {
  if (typeof window === "undefined" || window.location.pathname === "/sign-in") return;
  const here = window.location.pathname + window.location.search;
  window.location.assign(`/sign-in?ended=yes&next=${encodeURIComponent(here)}`);
}
