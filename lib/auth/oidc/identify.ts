import "server-only";
import { APIError, getOAuthState } from "better-auth/api";
import { decodeJwt } from "jose";
import { env } from "@/lib/env/env";
import { admit } from "./admit";
import { isSameIssuer } from "./discovery";
import { readIdentity } from "./identity";

/**
 * The person of an ID token, for Better Auth's plugin. It calls this with tokens whose signature, issuer, audience, expiry and
 * nonce it has verified, but also with answers that have no ID token: these are refused here.
 *
 * @throws APIError a redirection with the code of a refusal
 */
export async function identify(idToken: string | null) {
  const { oidc } = env();
  const state = await getOAuthState();
  if (oidc === null || idToken === null || state === null) return null;
  const claims = decodeJwt(idToken);
  const isForUs = claims.azp === undefined || claims.azp === oidc.clientId;
  const isNew = state.idTokenNonce !== undefined && claims.nonce === state.idTokenNonce;
  if (!isForUs || !isNew || !isSameIssuer(claims.iss, oidc) || !claims.sub) return null;
  const identity = readIdentity(claims, oidc);
  if (typeof identity === "string") throw refusal(state.errorURL, identity);
  // Whoever is signed in links the account, which admits nobody else.
  if (state.link === undefined) {
    const admission = await admit(identity, oidc, readHash(state.invitation));
    if (!admission.ok) throw refusal(state.errorURL, admission.code);
  }
  const { accountId, subject, email, name } = identity;
  return { id: accountId, accountId, sub: subject, email, name, emailVerified: true };
}

/** As {@link startSignIn} writes it. */
function readHash(invitation: unknown): Uint8Array<ArrayBuffer> | null {
  return typeof invitation === "string" ? new Uint8Array(Buffer.from(invitation, "base64url")) : null;
}

function refusal(page: string | undefined, code: string): APIError {
  const url = page ?? "/sign-in";
  return new APIError("FOUND", undefined, { location: `${url}${url.includes("?") ? "&" : "?"}error=${code}` });
}
