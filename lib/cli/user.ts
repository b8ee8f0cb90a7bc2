import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { isRole, type Role, roles } from "@/lib/access/permissions";
import { commandLine } from "@/lib/audit/actor";
import { audit } from "@/lib/audit/audit";
import { addAccount, setPassword } from "@/lib/auth/accounts";
import { changeAccess, type Removal, removeAccount } from "@/lib/auth/change-account";
import { passwordFault } from "@/lib/auth/passwords/password-fault";
import { readableCode } from "@/lib/auth/passwords/readable-code";
import { resetSecondFactor } from "@/lib/auth/second-factor/manage";
import { readSecurity, saveSecurity } from "@/lib/auth/security/security-settings";
import { sessionStarts } from "@/lib/auth/session-use";
import { env } from "@/lib/env/env";
import { AppError } from "@/lib/errors/app-error";
import { store } from "@/lib/store/connection/client";
import { changeAccounts } from "@/lib/store/records/change-accounts";
import { findUserByEmail, readUsers } from "@/lib/store/records/users";
import { now } from "@/lib/time/instant";
import { migrate } from "@/prisma/migrate";

const usage = `Manages who can sign in.

  npm run user -- list
  npm run user -- add E-MAIL [--name NAME] [--role ROLE | --admin] [--password PASSWORD]
  npm run user -- password E-MAIL [--password PASSWORD]
  npm run user -- role E-MAIL ROLE
  npm run user -- remove E-MAIL
  npm run user -- reset-2fa E-MAIL
  npm run user -- allow-passwords

ROLE is admin, privacy, agent (the default of add), analyst or viewer.
reset-2fa is for somebody who has lost their device and backup codes. allow-passwords switches signing in with a password on again.
Without --password one is generated and printed; --password - reads it from standard input.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    name: { type: "string" },
    password: { type: "string" },
    role: { type: "string", default: "agent" },
    admin: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
const [command = "", emailArgument = "", roleArgument = ""] = positionals;
const email = emailArgument.trim().toLowerCase();

const commands: Record<string, () => Promise<void>> = {
  list,
  add,
  password,
  role,
  remove,
  "reset-2fa": resetFactor,
  "allow-passwords": allowPasswords,
};
const withoutEmail = ["list", "allow-passwords"];

try {
  const run = commands[command];
  if (values.help || run === undefined || (!withoutEmail.includes(command) && email === "")) {
    console.log(usage);
    process.exit(values.help ? 0 : 2);
  }
  await migrate(env().database);
  await run();
  await store().close();
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  fail(error.message);
}

async function list(): Promise<void> {
  const users = await readUsers(store(), sessionStarts(await readSecurity()));
  for (const user of users) console.log(`${user.email}\t${user.role}\t${user.name}`);
  if (users.length === 0) console.log("No accounts yet.");
}

async function add(): Promise<void> {
  const role = values.admin ? "admin" : readRole(values.role);
  const { secret, isGenerated } = await readPassword();
  const name = values.name ?? email.split("@")[0] ?? email;
  const added = await addAccount({ name, email, password: secret, role }, commandLine);
  if (!added.ok) fail(added.message);
  console.log(`Added ${email}.${isGenerated ? ` Password: ${secret}` : ""}`);
}

async function password(): Promise<void> {
  const userId = await findUser();
  const { secret, isGenerated } = await readPassword();
  const fault = await passwordFault(secret, email);
  if (fault !== null) fail(fault);
  await setPassword(userId, secret, now(), { actor: commandLine });
  console.log(
    `Changed the password of ${email}, ended their sessions and revoked their API tokens.${isGenerated ? ` Password: ${secret}` : ""}`,
  );
}

async function role(): Promise<void> {
  const newRole = readRole(roleArgument);
  const userId = await findUser();
  report(await changeAccess(userId, { role: newRole }, commandLine), `${email} has the role "${newRole}".`);
}

function readRole(text: string): Role {
  return isRole(text) ? text : fail(`The role must be one of ${roles.join(", ")}.`);
}

async function remove(): Promise<void> {
  report(await removeAccount(await findUser(), now(), commandLine), `Removed ${email}.`);
}

async function resetFactor(): Promise<void> {
  if (!(await resetSecondFactor(await findUser(), commandLine))) fail(`${email} has no second factor.`);
  console.log(`Removed the second factor of ${email}, and ended their sessions.`);
}

async function allowPasswords(): Promise<void> {
  await changeAccounts(store(), async (within) => {
    await saveSecurity(within, { passwordSignIn: true });
    await audit(within, commandLine, { action: "setting.change", detail: { after: { passwordSignIn: true } } });
  });
  console.log("People can sign in with a password again.");
}

function report(change: Removal, done: string): void {
  if (!change.ok) fail(change.message);
  console.log(done);
}

async function findUser(): Promise<string> {
  const user = await findUserByEmail(store(), email);
  return user?.id ?? fail(`No account has the e-mail address ${email}. "npm run user -- list" shows all accounts.`);
}

async function readPassword(): Promise<{ secret: string; isGenerated: boolean }> {
  if (values.password === undefined) return { secret: readableCode(4), isGenerated: true };
  const given = values.password === "-" ? (await text(process.stdin)).replace(/\r?\n$/, "") : values.password;
  return { secret: given, isGenerated: false };
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
