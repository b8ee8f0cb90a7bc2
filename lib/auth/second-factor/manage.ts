import "server-only";
import { isAPIError } from "better-auth/api";
import { type Actor, server } from "@/lib/audit/actor";
import { audit, type Detail } from "@/lib/audit/audit";
import { actorOf } from "@/lib/auth/actor-of";
import { auth } from "@/lib/auth/auth";
import { attemptLimits } from "@/lib/auth/limits/attempt-limits";
import { limitAttempts } from "@/lib/auth/limits/limit-attempts";
import { signInSucceeded, takeSignIn } from "@/lib/auth/limits/sign-in-limit";
import { requirePermissionForAll } from "@/lib/auth/require-whole-scope";
import type { UserViewer } from "@/lib/auth/viewer";
import { store } from "@/lib/store/connection/client";
import { inTransaction, type Records } from "@/lib/store/records/in-transaction";
import { deleteSecondFactor, findSecondFactor } from "@/lib/store/records/second-factors";
import { deleteSessions } from "@/lib/store/records/sessions";
import { codePaths, readCode } from "./plugin";
import { takeCode } from "./take-code";

/** A change that was refused: the invalid field, or null if the state does not allow it; and a sentence for the user. */
export interface SecondFactorFault {
  ok: false;
  field: "password" | "code" | null;
  message: string;
}

export interface SecondFactorSetup {
  /** For the QR code. */
  uri: string;
  /** The same for typing, in base 32. */
  secret: string;
  backupCodes: string[];
}

/** The `Set-Cookie` headers of a session that replaces the viewer's. */
interface Replaced {
  ok: true;
  cookies: string[];
}

/** Makes a new secret and backup codes. They are in effect once {@link confirmSecondFactor} has received a code. */
export async function startSecondFactor(
  viewer: UserViewer,
  password: string,
  headers: Headers,
): Promise<({ ok: true } & SecondFactorSetup) | SecondFactorFault> {
  return withPassword(viewer, async () => {
    const made = await auth().api.enableTwoFactor({ body: { password, method: "totp" }, headers });
    if (made.method !== "totp") throw new Error("The plugin made no secret.");
    await inTransaction(store(), (within) =>
      auditOwn(within, viewer, { changed: ["second factor"], setup: "started" }),
    );
    const { totpURI: uri, backupCodes } = made;
    return { ok: true, uri, backupCodes, secret: new URL(uri).searchParams.get("secret") ?? "" };
  });
}

/** Turns the second factor on with a first code of the app, and ends all other sessions: they began without one. */
export async function confirmSecondFactor(
  viewer: UserViewer,
  typed: string,
  headers: Headers,
): Promise<Replaced | SecondFactorFault> {
  limitAttempts(takeSignIn(viewer.email, headers));
  const factor = await findSecondFactor(store(), viewer.userId);
  if (factor === null || factor.verified) return fault(null, "Start the setup first.");
  const { path, code } = readCode(typed);
  const { secretConfig } = await auth().$context;
  if (path !== codePaths.totp || !(await takeCode(secretConfig, viewer.userId, code))) return wrongCode;
  const { headers: answer } = await auth().api.verifyTOTP({ body: { code }, headers, returnHeaders: true });
  const cookies = answer.getSetCookie();
  const keptId = await sessionOf(cookies);
  await inTransaction(store(), async (within) => {
    await deleteSessions(within, viewer.userId, keptId);
    await auditOwn(within, viewer, { changed: ["second factor"], setup: "confirmed", endsSessions: true });
  });
  signInSucceeded(viewer.email, headers);
  return { ok: true, cookies };
}

/** The id of the session that these `Set-Cookie` headers begin. */
async function sessionOf(cookies: readonly string[]): Promise<string> {
  const cookie = cookies.map((one) => one.split(";")[0]).join("; ");
  const begun = await auth().api.getSession({ headers: new Headers({ cookie }) });
  if (begun === null) throw new Error("The plugin began no session.");
  return begun.session.id;
}

/** Turns the viewer's second factor off. */
export async function removeSecondFactor(
  viewer: UserViewer,
  password: string,
  headers: Headers,
): Promise<Replaced | SecondFactorFault> {
  return withPassword(viewer, async () => {
    const answer = await auth().api.disableTwoFactor({ body: { password }, headers, returnHeaders: true });
    await inTransaction(store(), (within) =>
      auditOwn(within, viewer, { changed: ["second factor"], setup: "removed" }),
    );
    return { ok: true, cookies: answer.headers.getSetCookie() };
  });
}

/** Replaces the viewer's backup codes. */
export async function renewBackupCodes(
  viewer: UserViewer,
  password: string,
  headers: Headers,
): Promise<{ ok: true; backupCodes: string[] } | SecondFactorFault> {
  return withPassword(viewer, async () => {
    const { backupCodes } = await auth().api.generateBackupCodes({ body: { password }, headers });
    await inTransaction(store(), (within) => auditOwn(within, viewer, { changed: ["backup codes"] }));
    return { ok: true, backupCodes };
  });
}

/** Removes another user's second factor: {@link resetSecondFactor}. @throws AppError forbidden */
export async function resetSecondFactorOf(viewer: UserViewer, userId: string): Promise<boolean> {
  requirePermissionForAll(viewer, "manage");
  return resetSecondFactor(userId, actorOf(viewer));
}

/**
 * Removes the second factor of a user who has lost their device and backup codes, and ends their sessions. Callers must have
 * checked the permission. `false` if they have none.
 */
export async function resetSecondFactor(userId: string, actor: Actor = server): Promise<boolean> {
  return inTransaction(store(), async (within) => {
    if (!(await deleteSecondFactor(within, userId))) return false;
    await deleteSessions(within, userId);
    const detail = { changed: ["second factor"], endsSessions: true };
    await audit(within, actor, { action: "user.change", subject: { type: "user", id: userId }, detail });
    return true;
  });
}

function auditOwn(within: Records, viewer: UserViewer, detail: Detail): Promise<void> {
  return audit(within, actorOf(viewer), {
    action: "user.change",
    subject: { type: "user", id: viewer.userId },
    detail,
  });
}

const wrongCode: SecondFactorFault = fault("code", "This code is wrong or was used already. Wait for the next one.");

function fault(field: SecondFactorFault["field"], message: string): SecondFactorFault {
  return { ok: false, field, message };
}

/** Runs a change that the viewer confirms with their password, and words the plugin's refusals. */
async function withPassword<Done>(viewer: UserViewer, change: () => Promise<Done>): Promise<Done | SecondFactorFault> {
  const { passwordChangesPerUser } = attemptLimits();
  limitAttempts(passwordChangesPerUser.take(viewer.userId));
  try {
    const done = await change();
    passwordChangesPerUser.forget(viewer.userId);
    return done;
  } catch (error) {
    if (!isAPIError(error)) throw error;
    const { code } = error.body ?? {};
    if (code === "INVALID_PASSWORD") return fault("password", "This is not your current password.");
    if (code === "TOTP_ALREADY_ENABLED") return fault(null, "An authenticator app is set up already. Remove it first.");
    if (code === "TWO_FACTOR_NOT_ENABLED") return fault(null, "No authenticator app is set up.");
    throw error;
  }
}
