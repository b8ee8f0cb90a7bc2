import "server-only";
import { type Attempt, type AttemptLimit, forgetAttempts, returnAttempt, takeAttempt } from "./attempts";

const perEmail: AttemptLimit = { max: 10, windowMs: 5 * 60 * 1000 };
const perAddress: AttemptLimit = { max: 100, windowMs: 10 * 60 * 1000 };

/**
 * Whether another sign-in may be tried. The limit for each e-mail holds whatever headers a client makes up; the one for each
 * network address slows down who tries many e-mails.
 */
export async function takeSignIn(email: string, headers: Headers | undefined): Promise<Attempt> {
  const byEmail = await takeAttempt(emailSubject(email), perEmail);
  if (!byEmail.allowed) return byEmail;
  return takeAttempt(addressSubject(headers), perAddress);
}

/** A right password clears the e-mail's failures; the address keeps those of other e-mails. */
export async function signInSucceeded(email: string, headers: Headers | undefined): Promise<void> {
  await forgetAttempts(emailSubject(email));
  await returnAttempt(addressSubject(headers));
}

function emailSubject(email: string): string {
  return `sign-in e-mail ${email.trim().toLowerCase()}`;
}

/** The last hop is the one that our own proxy, or the server itself, has seen; those before it are the client's word. */
function addressSubject(headers: Headers | undefined): string {
  const address = headers?.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  return `sign-in address ${address}`;
}
