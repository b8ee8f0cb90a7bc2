import "server-only";
import { setPassword } from "@/lib/auth/accounts";
import { actorOf } from "@/lib/auth/actor-of";
import { auth } from "@/lib/auth/auth";
import { attemptLimits } from "@/lib/auth/limits/attempt-limits";
import { readSecurity } from "@/lib/auth/security/security-settings";
import type { UserViewer } from "@/lib/auth/viewer";
import { store } from "@/lib/store/connection/client";
import { readPasswordHash } from "@/lib/store/records/auth-accounts";
import { findSecondFactor } from "@/lib/store/records/second-factors";
import { now } from "@/lib/time/instant";
import { verifyPassword } from "./password";
import { passwordFault } from "./password-fault";

export interface PasswordChangeRequest {
  currentPassword: string;
  newPassword: string;
  /** Also revokes the viewer's API tokens. */
  revokeTokens: boolean;
}

export type PasswordChange =
  | {
      ok: true;
      /** The `Set-Cookie` headers of the new session; none if the present one continues. */
      cookies: string[];
    }
  | { ok: false; reason: "currentPassword" | "newPassword" | "attempts"; message: string };

/** Changes the viewer's own password, ends all of their sessions, and starts a new one. With a second factor, the present session continues. */
export async function changePassword(
  viewer: UserViewer,
  { currentPassword, newPassword, revokeTokens }: PasswordChangeRequest,
  headers: Headers,
): Promise<PasswordChange> {
  if (!(await readSecurity()).passwordSignIn) {
    return { ok: false, reason: "currentPassword", message: "Signing in with a password is switched off." };
  }
  const fault = await passwordFault(newPassword, viewer.email);
  if (fault !== null) return { ok: false, reason: "newPassword", message: fault };
  const { passwordChangesPerUser } = attemptLimits();
  if (!passwordChangesPerUser.take(viewer.userId).allowed) {
    return { ok: false, reason: "attempts", message: "Too many attempts. Wait a few minutes, then try again." };
  }
  const hash = (await readPasswordHash(store(), viewer.userId)) ?? "";
  if (!(await verifyPassword({ hash, password: currentPassword }))) {
    return { ok: false, reason: "currentPassword", message: "This is not your current password." };
  }
  passwordChangesPerUser.forget(viewer.userId);
  const revokedAt = revokeTokens ? now() : null;
  const actor = actorOf(viewer);
  if ((await findSecondFactor(store(), viewer.userId))?.verified) {
    // Only a code could start a new session.
    await setPassword(viewer.userId, newPassword, revokedAt, { actor, keptSessionId: viewer.sessionId });
    return { ok: true, cookies: [] };
  }
  await setPassword(viewer.userId, newPassword, revokedAt, { actor });
  const body = { email: viewer.email, password: newPassword };
  const signedIn = await auth().api.signInEmail({ body, headers, asResponse: true });
  return { ok: true, cookies: signedIn.headers.getSetCookie() };
}
