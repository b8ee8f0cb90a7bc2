import { createPublicKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { verifyLogs } from "@/lib/audit/verify-logs";
import { env } from "@/lib/env/env";
import { verifyReceipt } from "@/lib/erasure/receipt";
import { store } from "@/lib/store/connection/client";
import { findSigningKey } from "@/lib/store/erasure/signing-key";
import { migrate } from "@/prisma/migrate";
import { fromWhereCalled } from "./from-where-called";
import { runCommand } from "./run-command";

const usage = `Checks the audit log and the access log, or the receipt of an erasure.

  npm run verify -- audit
  npm run verify -- RECEIPT.json [--key PUBLIC.pem]

audit checks that both logs are complete and unchanged, and prints the hash of the last entry of each: kept elsewhere, it shows later
whether a whole log was replaced. The server can keep running.

A receipt is checked with the public key in --key (GET /api/v1/privacy/key), otherwise with the database's key.

Exits with 1 if an entry was changed, removed or inserted, or a receipt was changed.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: "boolean" }, key: { type: "string" } },
});
const [subject] = positionals;

if (values.help || subject === undefined || positionals.length > 1 || (subject === "audit" && values.key)) {
  console.log(usage);
  process.exit(values.help ? 0 : 2);
}

await runCommand(() => (subject === "audit" ? verifyAudit() : verifyFile(fromWhereCalled(subject))));

async function verifyAudit(): Promise<string | null> {
  await migrate(env().database);
  const { ok, checked, firstBroken, heads } = await verifyLogs(store());
  await store().close();
  if (!ok) return `Entry ${firstBroken} was changed, removed or inserted. ${checked} entries before it are intact.`;
  console.log(`${checked} ${checked === 1 ? "entry is" : "entries are"} intact.`);
  for (const [log, hash] of Object.entries(heads)) console.log(`  ${log}: ${hash || "no entries"}`);
  return null;
}

async function verifyFile(path: string): Promise<string | null> {
  const text = readFileSync(path, "utf8");
  const key = values.key === undefined ? await keyOfDatabase() : publicKey(fromWhereCalled(values.key));
  if (key === null)
    return "The receipt is not valid: this database has not signed any. Name the public key with --key.";
  if (key === "unreadable") return `${values.key} does not contain a public key in PEM.`;
  const result = verifyReceipt(text, key);
  if (!result.ok) return `The receipt is not valid: ${result.reason}`;
  const { id, subject, doneAt } = result.receipt;
  const signer = values.key === undefined ? "this database's key" : values.key;
  console.log(`The receipt is valid: erasure ${id} of a ${subject.type}, done at ${doneAt}, signed with ${signer}.`);
  return null;
}

async function keyOfDatabase() {
  await migrate(env().database);
  const privateKey = await findSigningKey(store());
  await store().close();
  return privateKey === null ? null : createPublicKey(privateKey);
}

function publicKey(path: string) {
  const pem = readFileSync(path, "utf8");
  try {
    return createPublicKey(pem);
  } catch {
    return "unreadable";
  }
}
