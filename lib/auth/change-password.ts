import "server-only";
import { store } from "@/lib/store/client";
import { setPassword } from "./accounts";
import { type AttemptLimit, forgetAttempts, takeAttempt } from "./attempts";
import { verifyPassword } from "./password";
import { passwordFault } from "./password-rules";
import type { UserViewer } from "./viewer";

const limit: AttemptLimit = { max: 10, windowMs: 5 * 60 * 1000 };

export type PasswordChange =
  | { ok: true }
  | { ok: false; reason: "currentPassword" | "newPassword" | "attempts"; message: string };

/** Changes the viewer's own password and ends their other sessions. */
export async function changePassword(
  viewer: UserViewer,
  { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
): Promise<PasswordChange> {
  const fault = passwordFault(newPassword, viewer.email);
  if (fault !== null) return { ok: false, reason: "newPassword", message: fault };
  const subject = `password of ${viewer.userId}`;
  if (!(await takeAttempt(subject, limit)).allowed) {
    return { ok: false, reason: "attempts", message: "Too many attempts. Wait a few minutes, then try again." };
  }
  const account = await store().reader.authAccount.findFirst({
    where: { userId: viewer.userId, providerId: "credential" },
    select: { password: true },
  });
  if (!(await verifyPassword({ hash: account?.password ?? "", password: currentPassword }))) {
    return { ok: false, reason: "currentPassword", message: "This is not your current password." };
  }
  await forgetAttempts(subject);
  await setPassword(viewer.userId, newPassword, viewer.sessionId);
  return { ok: true };
}
