import "server-only";
import { addressOfRequest } from "@/lib/auth/limits/address-of-request";
import { attemptLimits } from "@/lib/auth/limits/attempt-limits";
import { limitAttempts } from "@/lib/auth/limits/limit-attempts";
import { hashToken } from "@/lib/auth/viewer-of-token";
import { oidcProvider } from "@/lib/store/records/auth-accounts";
import { oidcAuth } from "./oidc-auth";

export interface Redirection {
  /** Of the identity provider. */
  url: string;
  /** `Set-Cookie` headers, which bind the redirection to this browser. */
  cookies: string[];
}

interface Target {
  /** The path to open afterwards. */
  next: string;
  /** The secret of an invitation, which the person accepts by signing in. */
  invitation?: string | undefined;
}

/** Begins a sign-in with the identity provider. @throws AppError */
export async function startSignIn(headers: Headers, { next, invitation }: Target): Promise<Redirection> {
  limitAttempts(attemptLimits().redirectionsPerAddress.take(addressOfRequest(headers)));
  const { api } = await oidcAuth();
  const { response, headers: answer } = await api.signInSocial({
    body: {
      provider: oidcProvider,
      callbackURL: next,
      // Both are stored: the address of an invitation would tell its secret.
      errorCallbackURL: next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`,
      disableRedirect: true,
      // Only this server sets it: Better Auth's own endpoint has no route.
      ...(invitation !== undefined && { additionalData: { invitation: hashOf(invitation) } }),
    },
    headers,
    returnHeaders: true,
  });
  return { url: response.url ?? "", cookies: answer.getSetCookie() };
}

/** Begins linking the account of whoever is signed in. @throws AppError */
export async function startLink(headers: Headers): Promise<Redirection> {
  limitAttempts(attemptLimits().redirectionsPerAddress.take(addressOfRequest(headers)));
  const { api } = await oidcAuth();
  const page = "/settings/account";
  const { response, headers: answer } = await api.linkSocialAccount({
    body: { provider: oidcProvider, callbackURL: page, errorCallbackURL: page, disableRedirect: true },
    headers,
    returnHeaders: true,
  });
  return { url: response.url, cookies: answer.getSetCookie() };
}

/** The state is stored, and must not contain the secret. */
function hashOf(secret: string): string {
  return Buffer.from(hashToken(secret)).toString("base64url");
}
