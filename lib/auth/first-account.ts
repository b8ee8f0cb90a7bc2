import "server-only";
import { createHash, createHmac, randomBytes } from "node:crypto";
import { type Actor, stranger } from "@/lib/audit/actor";
import { hashPassword } from "@/lib/auth/passwords/password";
import { readableCode } from "@/lib/auth/passwords/readable-code";
import { authSecret } from "@/lib/auth/secret";
import { env } from "@/lib/env/env";
import { store } from "@/lib/store/connection/client";
import { changeAccounts } from "@/lib/store/records/change-accounts";
import { deleteSetting, readSetting, saveSetting } from "@/lib/store/records/settings";
import { countUsers, findUserByEmail } from "@/lib/store/records/users";
import { type AccountFault, addAccount, insertAccount, readNewAccount } from "./accounts";
import { changeAccess } from "./change-account";

const setting = "first-account-code";

export interface FirstAccount {
  code: string;
  name: string;
  email: string;
  password: string;
}

export type FirstAccountOutcome =
  | { ok: true; userId: string }
  | AccountFault
  | { ok: false; reason: "code" | "exists"; message: string };

/** Whether there is no account yet, so that the code can create the first one. */
export async function isFirstAccountDue(): Promise<boolean> {
  return (await countUsers(store())) === 0;
}

/**
 * The one-time code that makes the first account, an admin; `null` when somebody has an account. To be shown to who starts the
 * server. All copies show the same: it follows from AUTH_SECRET and a random value in the database, of which neither is enough.
 */
export async function firstAccountCode(): Promise<string | null> {
  if (!(await isFirstAccountDue())) return null;
  return codeOf(await sharedSeed());
}

async function sharedSeed(): Promise<string> {
  return changeAccounts(store(), async (within) => {
    const present = await readSetting(within, setting);
    if (present !== null) return present;
    const seed = randomBytes(16).toString("base64url");
    await saveSetting(within, setting, seed);
    return seed;
  });
}

function codeOf(seed: string): string {
  return readableCode(4, createHmac("sha256", authSecret(env())).update(`first account ${seed}`).digest());
}

/** Creates the first account, once: of several concurrent requests with the correct code, one succeeds. */
export async function createFirstAccount(
  { code, ...input }: FirstAccount,
  actor: Actor = stranger(null),
): Promise<FirstAccountOutcome> {
  if (!(await isFirstAccountDue())) return alreadyMade;
  const seed = await readSetting(store(), setting);
  if (seed === null || hashCode(code) !== hashCode(codeOf(seed))) return wrongCode;
  const read = await readNewAccount({ ...input, role: "admin" });
  if (!read.ok) return read;
  const passwordHash = await hashPassword(read.account.password);
  return changeAccounts(store(), async (within) => {
    if ((await countUsers(within)) > 0) return alreadyMade;
    if (!(await deleteSetting(within, setting, seed))) return wrongCode;
    return { ok: true, userId: await insertAccount(within, read.account, passwordHash, actor) };
  });
}

/**
 * Creates the first admin from `PLAYHEAD_ADMIN_EMAIL`, or makes the user with that e-mail address one. Does nothing if there is
 * an admin: an account that another admin has removed or demoted is not restored at the next start.
 */
export async function ensureEnvironmentAdmin(): Promise<void> {
  const { adminEmail, adminPassword } = env();
  if (adminEmail === null || adminPassword === null) return;
  const email = adminEmail.trim().toLowerCase();
  if ((await countUsers(store(), "admin")) > 0) return;
  const user = await findUserByEmail(store(), email);
  if (user !== null) {
    await changeAccess(user.id, { role: "admin" });
    return;
  }
  const added = await addAccount({ name: nameOf(email), email, password: adminPassword, role: "admin" });
  if (!added.ok && added.reason !== "taken") throw new Error(`PLAYHEAD_ADMIN_PASSWORD: ${added.message}`);
}

const wrongCode = {
  ok: false,
  reason: "code",
  message: "This code is invalid or has expired. The server prints the code when it starts.",
} as const;

const alreadyMade = {
  ok: false,
  reason: "exists",
  message: "The first account exists already. Sign in with it.",
} as const;

/** Normalizes a code as in Crockford's base 32: any case, with or without hyphens, O as 0, I and L as 1. */
function hashCode(code: string): string {
  const plain = code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  return createHash("sha256").update(`first account ${plain}`).digest("hex");
}

function nameOf(email: string): string {
  return email.split("@")[0] ?? email;
}
