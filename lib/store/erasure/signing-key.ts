import "server-only";
import { createPrivateKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import type { Store } from "@/lib/store/connection/open-store";
import type { Statements } from "@/lib/store/connection/statements";
import { readOrCreateSetting, readSetting } from "@/lib/store/records/settings";

const settingName = "erasure.signing-key";

/** The private key (Ed25519) that signs receipts of erasures, created at first use. */
export async function readSigningKey(transaction: Statements): Promise<KeyObject> {
  return createPrivateKey(await readOrCreateSetting({ records: transaction }, settingName, newKey));
}

/** The same, outside of a transaction. */
export function signingKeyOf({ records }: Pick<Store, "records">): Promise<KeyObject> {
  return readSigningKey(records);
}

/** The same; null if the database has none. */
export async function findSigningKey({ records }: Pick<Store, "records">): Promise<KeyObject | null> {
  const known = await readSetting({ records }, settingName);
  return known === null ? null : createPrivateKey(known);
}

function newKey(): string {
  const { privateKey } = generateKeyPairSync("ed25519", {
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  return privateKey;
}
