import "server-only";
import { spawn } from "node:child_process";
import { existsSync, renameSync, rmSync, statSync } from "node:fs";
import { AppError } from "@/lib/errors/app-error";
import { syncToDisk } from "./backup-sqlite";

/**
 * Dumps a Postgres database with its own `pg_dump`, which reads a consistent snapshot while others write, then verifies that
 * the dump is readable.
 *
 * @param url connects directly to the server, not through a pooler
 * @throws AppError backup_failed
 */
export async function backupPostgres(url: string, file: string): Promise<{ bytes: number; proof: string }> {
  if (existsSync(file)) throw new AppError("backup_failed", `${file} already exists.`);
  const partial = `${file}.partial`;
  try {
    const { address, schema, variables } = forPrograms(url);
    const only = schema === null ? [] : [`--schema=${schema}`];
    await run("pg_dump", ["--format=custom", `--file=${partial}`, ...only, address], variables);
    const contents = await run("pg_restore", ["--list", partial], {});
    if (!/TABLE DATA \S+ Event /.test(contents)) {
      throw new AppError("backup_failed", "The dump contains no events: is DATABASE_URL Playhead's database?");
    }
    syncToDisk(partial);
    renameSync(partial, file);
    return { bytes: statSync(file).size, proof: `${contents.match(/TABLE DATA/g)?.length} tables can be read.` };
  } finally {
    rmSync(partial, { force: true });
  }
}

/**
 * Restores a dump into an empty database in a single transaction.
 *
 * @throws AppError backup_failed
 */
export async function restorePostgres(url: string, file: string): Promise<void> {
  const { address, variables } = forPrograms(url);
  const all = ["--no-owner", "--no-comments", "--single-transaction", "--exit-on-error"];
  await run("pg_restore", [...all, `--dbname=${address}`, file], variables);
}

/** Keeps the password out of the process list, and drops Prisma's `schema` parameter, which libpq does not support. */
function forPrograms(url: string) {
  const address = new URL(url);
  const schema = address.searchParams.get("schema");
  address.searchParams.delete("schema");
  const password = decodeURIComponent(address.password);
  address.password = "";
  return { address: address.href, schema, variables: password === "" ? {} : { PGPASSWORD: password } };
}

function run(program: string, args: readonly string[], variables: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => reject(new AppError("backup_failed", reason));
    const child = spawn(program, args, { env: { ...process.env, ...variables }, stdio: ["ignore", "pipe", "pipe"] });
    const printed = { out: "", error: "" };
    child.stdout.on("data", (chunk) => {
      printed.out += chunk;
    });
    child.stderr.on("data", (chunk) => {
      printed.error += chunk;
    });
    child.once("error", () =>
      fail(`${program} was not found: install the client programs of your Postgres version or later.`),
    );
    child.once("close", (code) =>
      code === 0 ? resolve(printed.out) : fail(printed.error.trim() || `${program} failed.`),
    );
  });
}
