import "server-only";
import type { z } from "zod";
import { refuseOtherSites } from "@/app/api/auth/refuse-other-sites";
import { orRefuse } from "@/app/api/or-refuse";
import { readBody } from "@/app/api/read-body";
import { refuse } from "@/app/api/refuse";
import { type Actor, stranger } from "@/lib/audit/actor";
import { auth } from "@/lib/auth/auth";
import { addressOfRequest, exactAddressOfRequest } from "@/lib/auth/limits/address-of-request";
import type { AttemptCounter } from "@/lib/auth/limits/attempt-counter";
import { limitAttempts } from "@/lib/auth/limits/limit-attempts";
import { mostBodyBytes } from "@/lib/http/most-body-bytes";
import { Refusal } from "@/lib/queries/refusal";

interface Given<Body extends z.ZodType> {
  body: Body;
  /** Attempts per address. */
  attempts: () => AttemptCounter;
  /** Sets the password; returns whom to sign in. */
  run: (body: z.output<Body>, actor: Actor) => Promise<{ email: string; password: string } | Refusal>;
}

/** The handler of a stranger's request that sets the first password of an account, with a secret, and signs it in. */
export function setFirstPassword<Body extends z.ZodType>(given: Given<Body>): (request: Request) => Promise<Response> {
  return (request) => orRefuse(() => answer(given, request));
}

async function answer<Body extends z.ZodType>(
  { body, attempts, run }: Given<Body>,
  request: Request,
): Promise<Response> {
  const refused = refuseOtherSites(request);
  if (refused !== null) return refused;
  limitAttempts(attempts().take(addressOfRequest(request.headers)));
  const read = await readBody(request, body, mostBodyBytes);
  if (!read.ok) return refuse(read.failure);
  const account = await run(read.body, stranger(exactAddressOfRequest(request.headers)));
  if (account instanceof Refusal) return refuse(account);
  return auth().api.signInEmail({ body: account, headers: request.headers, asResponse: true });
}
