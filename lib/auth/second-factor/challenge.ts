import "server-only";
import type { AuthContext } from "better-auth";
import { APIError } from "better-auth/api";

const cookie = "two_factor";

interface Request {
  context: AuthContext;
  getSignedCookie: (name: string, secret: string) => Promise<string | null | false>;
}

/** The user who has given the right password and now owes a code, from the plugin's signed cookie; null without one. */
export async function challengedUser(request: Request): Promise<{ id: string; email: string } | null> {
  const { createAuthCookie, secret, internalAdapter } = request.context;
  const challenge = await request.getSignedCookie(createAuthCookie(cookie).name, secret);
  if (!challenge) return null;
  const verification = await internalAdapter.findVerificationValue(challenge);
  if (verification === null || verification.expiresAt <= new Date()) return null;
  return internalAdapter.findUserById(verification.value);
}

export function noChallenge(): APIError {
  return new APIError("UNAUTHORIZED", { code: "INVALID_TWO_FACTOR_COOKIE", message: "Enter your password again." });
}

export function secondFactorIsNew(): APIError {
  const message = "A second factor was set up for this account just now. Sign in again.";
  return new APIError("UNAUTHORIZED", { code: "SECOND_FACTOR_IS_NEW", message });
}

export function passwordsAreOff(): APIError {
  return new APIError("FORBIDDEN", { code: "PASSWORDS_OFF", message: "Signing in with a password is switched off." });
}
