import "server-only";
import type { SecondFactorFault } from "@/lib/auth/second-factor/manage";
import { Refusal } from "@/lib/queries/refusal";

/** The response to a refused change of a second factor. */
export function refuseSecondFactor({ field, message }: SecondFactorFault): Refusal {
  return field === null ? new Refusal("conflict", message) : new Refusal("bad_request", message, field);
}

/** `{ ok: true }` with the cookies of the session that replaces the present one. */
export function doneWithSession(cookies: readonly string[]): Response {
  const response = Response.json({ ok: true });
  for (const cookie of cookies) response.headers.append("Set-Cookie", cookie);
  return response;
}
