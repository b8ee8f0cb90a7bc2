import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Role } from "@/lib/access/permissions";
import { everything, type Scope } from "@/lib/access/scope";
import { writeScope } from "@/lib/access/stored-access";
import { type Actor, server } from "@/lib/audit/actor";
import { audit } from "@/lib/audit/audit";
import { hashPassword } from "@/lib/auth/passwords/password";
import { passwordFault } from "@/lib/auth/passwords/password-fault";
import { store } from "@/lib/store/connection/client";
import { markApiTokensRevoked } from "@/lib/store/records/api-tokens";
import { insertPassword, savePassword } from "@/lib/store/records/auth-accounts";
import { changeAccounts } from "@/lib/store/records/change-accounts";
import { inTransaction, type Records } from "@/lib/store/records/in-transaction";
import { deleteInvitation } from "@/lib/store/records/invitations";
import { deleteSessions } from "@/lib/store/records/sessions";
import { findUserByEmail, insertUser } from "@/lib/store/records/users";
import { type InvitationLink, inviteUser } from "./invitations";

export interface NewAccount {
  name: string;
  email: string;
  password: string;
  role: Role;
  /** Everything if omitted. */
  scope?: Scope | undefined;
}

/** Invalid account data: the field, and a sentence for the person who filled it in. */
export interface AccountFault {
  ok: false;
  reason: "name" | "email" | "password" | "taken";
  message: string;
}

/** Validates and normalizes account data: the e-mail in lower case, without surrounding spaces. */
export async function readNewAccount(input: NewAccount): Promise<{ ok: true; account: NewAccount } | AccountFault> {
  const read = readIdentity(input);
  if (!read.ok) return read;
  const fault = await passwordFault(input.password, read.account.email);
  return fault === null ? read : { ok: false, reason: "password", message: fault };
}

function readIdentity<Account extends InvitedAccount>(input: Account): { ok: true; account: Account } | AccountFault {
  const account = { ...input, name: input.name.trim(), email: input.email.trim().toLowerCase() };
  if (account.name === "" || account.name.length > 100) {
    return { ok: false, reason: "name", message: "Enter a name of at most 100 characters." };
  }
  if (!z.email().max(254).safeParse(account.email).success) {
    return { ok: false, reason: "email", message: "Enter an e-mail address such as ines@example.com." };
  }
  return { ok: true, account };
}

/** Account data without a password, for a user who is invited. */
export type InvitedAccount = Omit<NewAccount, "password">;

/** Adds a user who cannot sign in until they accept the invitation. Callers must have checked the permission. */
export async function addInvitedAccount(
  input: InvitedAccount,
  actor: Actor = server,
): Promise<({ ok: true; userId: string } & InvitationLink) | AccountFault> {
  const read = readIdentity(input);
  if (!read.ok) return read;
  return changeAccounts(store(), async (within) => {
    if ((await findUserByEmail(within, read.account.email)) !== null) return taken;
    const userId = await insertIdentity(within, read.account);
    const link = await inviteUser(within, userId);
    await recordCreation(within, actor, userId, read.account);
    return { ok: true, userId, ...link };
  });
}

/** Adds an account that can sign in. Callers must have checked the permission. */
export async function addAccount(
  input: NewAccount,
  actor: Actor = server,
): Promise<{ ok: true; userId: string } | AccountFault> {
  const read = await readNewAccount(input);
  if (!read.ok) return read;
  const passwordHash = await hashPassword(read.account.password);
  return changeAccounts(store(), async (within) => {
    if ((await findUserByEmail(within, read.account.email)) !== null) return taken;
    return { ok: true, userId: await insertAccount(within, read.account, passwordHash, actor) };
  });
}

/** Inserts a user with a password, and records it. Call it last in a transaction. @returns the user's id */
export async function insertAccount(
  within: Records,
  account: InvitedAccount,
  passwordHash: string,
  actor: Actor,
): Promise<string> {
  const id = await insertIdentity(within, account);
  await insertPassword(within, id, passwordHash);
  await recordCreation(within, actor, id, account);
  return id;
}

function recordCreation(
  within: Records,
  actor: Actor,
  id: string,
  { name, email, role, scope = everything }: InvitedAccount,
): Promise<void> {
  const detail = { after: { name, email, role, scope } };
  return audit(within, actor, { action: "user.create", subject: { type: "user", id }, detail });
}

async function insertIdentity(
  within: Records,
  { name, email, role, scope = everything }: InvitedAccount,
): Promise<string> {
  const id = randomUUID();
  await insertUser(within, { id, name, email, role, scope: writeScope(scope) });
  return id;
}

const taken = {
  ok: false,
  reason: "taken",
  message: "There is already an account with this e-mail address.",
} as const;

/**
 * Sets a validated password and ends all of the user's sessions.
 *
 * @param revokedAt when the user's API tokens are revoked; null keeps them
 * @param options `keptSessionId`: the session that does not end
 */
export async function setPassword(
  userId: string,
  password: string,
  revokedAt: bigint | null,
  { actor = server, keptSessionId = null }: { actor?: Actor; keptSessionId?: string | null } = {},
): Promise<void> {
  const passwordHash = await hashPassword(password);
  await inTransaction(store(), async (within) => {
    await savePassword(within, userId, passwordHash);
    await deleteInvitation(within, { userId });
    await deleteSessions(within, userId, keptSessionId);
    if (revokedAt !== null) await markApiTokensRevoked(within, userId, revokedAt);
    await audit(within, actor, {
      action: "user.change",
      subject: { type: "user", id: userId },
      detail: { changed: ["password"], endsSessions: true, revokesTokens: revokedAt !== null },
    });
  });
}
