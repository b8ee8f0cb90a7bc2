import "server-only";
import { isRole } from "@/lib/access/permissions";
import { addressOfRequest, exactAddressOfRequest } from "@/lib/auth/limits/address-of-request";
import { attemptLimits } from "@/lib/auth/limits/attempt-limits";
import { AppError } from "@/lib/errors/app-error";
import { accessOfUser } from "./access-of";
import { auth } from "./auth";
import { owesSecondFactor } from "./second-factor/requirement";
import { readSecurity } from "./security/security-settings";
import { hasEnded, recordUse } from "./session-use";
import type { TokenViewer, UserViewer, Viewer } from "./viewer";
import { isKnownToken, viewerOfToken } from "./viewer-of-token";

/**
 * The viewer of a request: from the API token of `Authorization: Bearer …`, else from the session cookie. With an invalid token
 * the request is unauthenticated, whatever cookies it has.
 *
 * @throws AppError too_many_attempts if its address has sent many unknown tokens
 */
export async function authenticate(headers: Headers): Promise<Viewer | null> {
  const token = bearerToken(headers);
  return token === null ? viewerOfSession(headers) : viewerOfBearer(token, headers);
}

/** Like {@link authenticate}, for pages, which require a signed-in user. */
export async function authenticateUser(headers: Headers): Promise<UserViewer | null> {
  return bearerToken(headers) === null ? viewerOfSession(headers) : null;
}

function bearerToken(headers: Headers): string | null {
  return /^bearer +(\S+) *$/i.exec(headers.get("authorization") ?? "")?.[1] ?? null;
}

/**
 * Above the limit, only tokens known to be valid are checked, so that guessing never locks out others behind the same address.
 */
async function viewerOfBearer(token: string, headers: Headers): Promise<TokenViewer | null> {
  const { tokensPerAddress } = attemptLimits();
  const address = addressOfRequest(headers);
  const attempt = tokensPerAddress.take(address);
  if (!attempt.allowed && !(await isKnownToken(token))) {
    const { retryAfterSeconds } = attempt;
    const message = "Too many requests with an unknown API token came from your address. Wait a few minutes.";
    throw new AppError("too_many_attempts", message, { retryAfterSeconds });
  }
  const viewer = await viewerOfToken(token, exactAddressOfRequest(headers));
  if (viewer !== null && attempt.allowed) tokensPerAddress.giveBack(address);
  return viewer;
}

async function viewerOfSession(headers: Headers): Promise<UserViewer | null> {
  if (!headers.has("cookie")) return null;
  const [found, security] = await Promise.all([auth().api.getSession({ headers }), readSecurity()]);
  if (found === null || (await hasEnded(found.session, security))) return null;
  recordUse(found.session);
  const { user, session } = found;
  const isUnprotected = await owesSecondFactor(user, security);
  const viewer = {
    ...{ kind: "user", userId: user.id, sessionId: session.id, name: user.name, email: user.email },
    role: isRole(user.role) ? user.role : null,
    address: exactAddressOfRequest(headers),
    ...accessOfUser(user),
    ...(isUnprotected && { permissions: new Set() }),
    owesSecondFactor: isUnprotected,
  };
  // The brand exists in types only: viewers are created here and in viewer-of-token only.
  return viewer as UserViewer;
}
