import "server-only";
import { randomBytes } from "node:crypto";
import { type Actor, stranger } from "@/lib/audit/actor";
import { audit } from "@/lib/audit/audit";
import { hashPassword } from "@/lib/auth/passwords/password";
import { passwordFault } from "@/lib/auth/passwords/password-fault";
import { readSecurity } from "@/lib/auth/security/security-settings";
import { env } from "@/lib/env/env";
import { store } from "@/lib/store/connection/client";
import { markApiTokensRevoked } from "@/lib/store/records/api-tokens";
import { savePassword } from "@/lib/store/records/auth-accounts";
import { changeAccounts } from "@/lib/store/records/change-accounts";
import type { Records } from "@/lib/store/records/in-transaction";
import { deleteInvitation, findInvitation, saveInvitation } from "@/lib/store/records/invitations";
import { deleteSessions } from "@/lib/store/records/sessions";
import { now, toIso } from "@/lib/time/instant";
import { hashToken } from "./viewer-of-token";

const lifetime = 7n * 24n * 60n * 60n * 1_000_000n;
/** Longer than any secret. */
const mostCharacters = 100;

export interface InvitationLink {
  inviteUrl: string;
  /** ISO 8601. */
  expiresAt: string;
}

/** Makes a one-time link for a user, which replaces their earlier one. Returned only here: only its hash is stored. */
export async function inviteUser(within: Records, userId: string): Promise<InvitationLink> {
  const secret = randomBytes(24).toString("base64url");
  const expiresAt = now() + lifetime;
  await saveInvitation(within, { userId, hash: hashToken(secret), expiresAt });
  return { inviteUrl: `${env().appUrl}/invite/${secret}`, expiresAt: toIso(expiresAt) };
}

export interface Invited {
  id: string;
  name: string;
  email: string;
}

/** The user whom a link invites; null if it is unknown, used or expired. */
export async function invitedBy(secret: string): Promise<Invited | null> {
  return invitedIn(store(), secret);
}

async function invitedIn(within: Records, secret: string): Promise<Invited | null> {
  if (secret.length > mostCharacters) return null;
  const found = await findInvitation(within, hashToken(secret));
  return found === null || found.expiresAt <= now() ? null : found.user;
}

export type Acceptance = { ok: true; email: string } | { ok: false; reason: "secret" | "password"; message: string };

/** Sets the password of an invited user and uses the link up: of several concurrent requests, one succeeds. */
export async function acceptInvitation(
  secret: string,
  password: string,
  actor: Actor = stranger(null),
): Promise<Acceptance> {
  const invited = await invitedBy(secret);
  if (invited === null) return usedUp;
  if (!(await readSecurity()).passwordSignIn) return passwordsOff;
  const fault = await passwordFault(password, invited.email);
  if (fault !== null) return { ok: false, reason: "password", message: fault };
  const passwordHash = await hashPassword(password);
  return changeAccounts(store(), async (within) => {
    const isFirst = await deleteInvitation(within, { userId: invited.id, hash: hashToken(secret) });
    if (!isFirst) return usedUp;
    await savePassword(within, invited.id, passwordHash);
    // A renewed link of someone who has a password already is a reset.
    await deleteSessions(within, invited.id);
    await markApiTokensRevoked(within, invited.id, now());
    await audit(within, actor, {
      action: "user.change",
      subject: { type: "user", id: invited.id },
      detail: { changed: ["password"], invitation: "accepted", endsSessions: true, revokesTokens: true },
    });
    return { ok: true, email: invited.email };
  });
}

const passwordsOff = {
  ok: false,
  reason: "password",
  message: "Signing in with a password is switched off. Use single sign-on.",
} as const;

const usedUp = {
  ok: false,
  reason: "secret",
  message: "This invitation was used already or has expired. Ask an admin for a new one.",
} as const;
