import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { addAccount, changeRole, type Removal, removeAccount, setPassword } from "@/lib/auth/accounts";
import { passwordFault } from "@/lib/auth/passwords/password-fault";
import { readableCode } from "@/lib/auth/passwords/readable-code";
import { env } from "@/lib/env/env";
import { AppError } from "@/lib/errors/app-error";
import { store } from "@/lib/store/connection/client";
import { findUserByEmail, readUsers } from "@/lib/store/records/users";
import { now } from "@/lib/time/instant";
import { migrate } from "@/prisma/migrate";

const usage = `Manages who can sign in.

  npm run user -- list
  npm run user -- add E-MAIL [--name NAME] [--admin] [--password PASSWORD]
  npm run user -- password E-MAIL [--password PASSWORD]
  npm run user -- role E-MAIL admin|member
  npm run user -- remove E-MAIL

Without --password one is generated and printed; --password - reads it from standard input.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    name: { type: "string" },
    password: { type: "string" },
    admin: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
const [command = "", emailArgument = "", roleArgument = ""] = positionals;
const email = emailArgument.trim().toLowerCase();

const commands: Record<string, () => Promise<void>> = { list, add, password, role, remove };

try {
  const run = commands[command];
  if (values.help || run === undefined || (command !== "list" && email === "")) {
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
  const users = await readUsers(store());
  for (const user of users) console.log(`${user.email}\t${user.role}\t${user.name}`);
  if (users.length === 0) console.log("No accounts yet.");
}

async function add(): Promise<void> {
  const { secret, isGenerated } = await readPassword();
  const name = values.name ?? email.split("@")[0] ?? email;
  const added = await addAccount({ name, email, password: secret, role: values.admin ? "admin" : "member" });
  if (!added.ok) fail(added.message);
  console.log(`Added ${email}.${isGenerated ? ` Password: ${secret}` : ""}`);
}

async function password(): Promise<void> {
  const userId = await findUser();
  const { secret, isGenerated } = await readPassword();
  const fault = await passwordFault(secret, email);
  if (fault !== null) fail(fault);
  await setPassword(userId, secret, now());
  console.log(
    `Changed the password of ${email}, ended their sessions and revoked their API tokens.${isGenerated ? ` Password: ${secret}` : ""}`,
  );
}

async function role(): Promise<void> {
  if (roleArgument !== "admin" && roleArgument !== "member") fail(`The role must be "admin" or "member".`);
  const userId = await findUser();
  report(await changeRole(userId, roleArgument), `${email} is ${roleArgument === "admin" ? "an admin" : "a member"}.`);
}

async function remove(): Promise<void> {
  report(await removeAccount(await findUser(), now()), `Removed ${email}.`);
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
