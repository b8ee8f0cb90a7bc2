import "server-only";
import { createPrivateKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import type { Store } from "@/lib/store/connection/open-store";
import type { Queries, Statements } from "@/lib/store/connection/statements";

const settingName = "erasure.signing-key";

/** The private key (Ed25519) that signs receipts of erasures, created at first use. */
export async function readSigningKey(transaction: Statements): Promise<KeyObject> {
  const known = await find(transaction);
  if (known !== null) return known;
  const { privateKey } = generateKeyPairSync("ed25519", {
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  await transaction.$executeRaw`
    INSERT INTO "Setting" ("name", "value") VALUES (${settingName}, ${privateKey}) ON CONFLICT ("name") DO NOTHING`;
  return (await find(transaction)) ?? createPrivateKey(privateKey);
}

/** The same, outside of a transaction. */
export function signingKeyOf({ records }: Pick<Store, "records">): Promise<KeyObject> {
  return readSigningKey(records);
}

/** The same; null if the database has none. */
export function findSigningKey({ records }: Pick<Store, "records">): Promise<KeyObject | null> {
  return find(records);
}

async function find(reader: Queries): Promise<KeyObject | null> {
  const [row] = await reader.$queryRaw<{ value: string }[]>`
    SELECT "value" FROM "Setting" WHERE "name" = ${settingName}`;
  return row === undefined ? null : createPrivateKey(row.value);
}
