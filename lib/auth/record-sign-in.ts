import "server-only";
import { isRole } from "@/lib/access/permissions";
import { type Actor, stranger } from "@/lib/audit/actor";
import { audit } from "@/lib/audit/audit";
import { log } from "@/lib/log/log";
import { store } from "@/lib/store/connection/client";
import { inTransaction } from "@/lib/store/records/in-transaction";
import { findUser, findUserByEmail } from "@/lib/store/records/users";
import { actorOf } from "./actor-of";
import { exactAddressOfRequest } from "./limits/address-of-request";
import { recordedFailures } from "./limits/recorded-failures";
import type { UserViewer } from "./viewer";

interface SignedInUser {
  id: string;
  name: string;
  role?: unknown;
}

interface SignedIn {
  user: SignedInUser;
  session: { id: string };
}

/** Records a new session in the audit log. */
export async function recordSignIn({ user, session }: SignedIn, headers: Headers | undefined): Promise<void> {
  const subject = { type: "session", id: session.id } as const;
  await inTransaction(store(), (within) =>
    audit(within, actorOfUser(user, headers), { action: "session.create", subject }),
  );
}

/** Records that a user who is signed in has linked their account with the identity provider. */
export async function recordLink(userId: string, headers: Headers | undefined): Promise<void> {
  await inTransaction(store(), async (within) => {
    const user = await findUser(within, userId);
    if (user === null) return;
    const detail = { changed: ["single sign-on"] };
    const subject = { type: "user", id: userId } as const;
    await audit(within, actorOfUser(user, headers), { action: "user.change", subject, detail });
  });
}

function actorOfUser({ id, name, role }: SignedInUser, headers: Headers | undefined): Actor {
  const known = typeof role === "string" && isRole(role) ? role : null;
  return { kind: "user", id, name, role: known, ip: exactAddressOfRequest(headers) };
}

/** Records that a user has signed out. */
export async function recordSignOut(viewer: UserViewer): Promise<void> {
  const subject = { type: "session", id: viewer.sessionId } as const;
  await inTransaction(store(), (within) => audit(within, actorOf(viewer), { action: "session.revoke", subject }));
}

export type SignInFailure = "wrong e-mail or password" | "wrong code" | "too many attempts";

/**
 * Records a failed sign-in. What was entered as the e-mail address is recorded only if it is one of a user: it might be a
 * password. Few are recorded per address and hour, so that strangers cannot fill the disk; the next entry has the number of the
 * others. A failure to record does not change the answer.
 */
export async function recordFailedSignIn(
  email: string,
  headers: Headers | undefined,
  reason: SignInFailure,
): Promise<void> {
  const ip = exactAddressOfRequest(headers);
  const omittedBefore = recordedFailures().take(ip ?? "unknown", reason);
  if (omittedBefore === null) return;
  try {
    await inTransaction(store(), async (within) => {
      const user = await findUserByEmail(within, email.trim().toLowerCase());
      await audit(within, stranger(ip), {
        action: "session.fail",
        subject: user === null ? null : { type: "user", id: user.id },
        detail: { reason, email: user?.email ?? null, ...(omittedBefore > 0 && { omittedBefore }) },
      });
    });
  } catch (error) {
    recordedFailures().omit(omittedBefore + 1);
    log().error({ err: error }, "A failed sign-in could not be recorded in the audit log");
  }
}
