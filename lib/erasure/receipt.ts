import "server-only";
import { createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { z } from "zod";
import { canonicalJson } from "@/lib/json/canonical-json";
import { isRecord } from "@/lib/json/is-record";

const facts = {
  /** The erasure's id. */
  id: z.string(),
  subject: z.object({ type: z.enum(["visitor", "conversation"]), digest: z.string() }),
  mode: z.enum(["content", "whole"]),
  refuseFuture: z.boolean(),
  reason: z.string(),
  requestedBy: z.string(),
  /** ISO 8601, like `doneAt`. */
  requestedAt: z.string(),
  doneAt: z.string(),
  /** How many rows were rewritten or deleted, by table. */
  counts: z.record(z.string(), z.int()),
  /** How the absence of the data in the database's files was ensured and checked. */
  proof: z.record(z.string(), z.union([z.string(), z.int(), z.boolean(), z.null()])),
  /** Who else has received the data, as far as the access log knew. Receipts of an erasure that was applied again have none. */
  recipients: z.array(z.string()).optional(),
  /** Where the data may still be. */
  remains: z.array(
    z.object({
      what: z.string(),
      place: z.string().nullable(),
      /** ISO 8601; null if unknown. */
      madeAt: z.string().nullable(),
      until: z.string(),
    }),
  ),
};

const receipt = z.strictObject({ version: z.literal(1), ...facts, signature: z.string() });

export type Receipt = z.infer<typeof receipt>;
export type ReceiptFacts = Omit<Receipt, "version" | "signature">;
export type Remainder = Receipt["remains"][number];

export type ReceiptVerification = { ok: true; receipt: Receipt } | { ok: false; reason: string };

/** The receipt as canonical JSON. Its signature (Base64) covers the canonical JSON of everything else. */
export function signReceipt(facts: ReceiptFacts, privateKey: KeyObject): string {
  const signed = canonicalJson(JSON.stringify({ version: 1, ...facts }));
  const signature = sign(null, Buffer.from(signed), privateKey).toString("base64");
  return canonicalJson(JSON.stringify({ version: 1, ...facts, signature }));
}

/** Whether a receipt was signed with this key and is unchanged. White space between JSON's tokens has no meaning. */
export function verifyReceipt(text: string, publicKey: KeyObject): ReceiptVerification {
  const value = parse(text);
  if (!isRecord(value) || typeof value.signature !== "string") return { ok: false, reason: "It is not a receipt." };
  if (publicKey.asymmetricKeyType !== "ed25519") return { ok: false, reason: "The key is not an Ed25519 key." };
  const { signature, ...signed } = value;
  const bytes = Buffer.from(signature, "base64");
  const isSigned =
    bytes.toString("base64") === signature &&
    verify(null, Buffer.from(canonicalJson(JSON.stringify(signed))), publicKey, bytes);
  if (!isSigned) return { ok: false, reason: "It was changed, or signed with another key." };
  const reading = receipt.safeParse(value);
  if (!reading.success) return { ok: false, reason: "It was made by another version of Playhead." };
  return { ok: true, receipt: reading.data };
}

/** The public key in PEM, for those who verify receipts elsewhere. */
export function publicKeyOf(privateKey: KeyObject): string {
  return createPublicKey(privateKey).export({ type: "spki", format: "pem" }).toString();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
