import { createPrivateKey, createPublicKey, generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { publicKeyOf, type ReceiptFacts, signReceipt, verifyReceipt } from "./receipt";

const { privateKey, publicKey } = generateKeyPairSync("ed25519");
const facts: ReceiptFacts = {
  id: "7",
  subject: { type: "visitor", digest: "00112233445566778899aabbccddeeff" },
  mode: "content",
  refuseFuture: false,
  reason: "Request of 1 December — é",
  requestedBy: "officer@example.com",
  requestedAt: "2026-12-01T00:00:00.000000Z",
  doneAt: "2026-12-01T00:00:05.000000Z",
  counts: { Event: 1000, Delivery: 12 },
  proof: { scannedFiles: 3, found: 0, checkpoint: "done" },
  remains: [{ what: "Backup", place: "/backups/a.db", madeAt: null, until: "it is deleted" }],
};
const text = signReceipt(facts, privateKey);

describe("receipts", () => {
  it("verify with the public key, however they are indented", () => {
    const key = createPublicKey(publicKeyOf(privateKey));
    for (const form of [text, JSON.stringify(JSON.parse(text), null, 2), `${text}\n`]) {
      expect(verifyReceipt(form, key)).toMatchObject({ ok: true, receipt: { version: 1, ...facts } });
    }
  });

  it("do not verify with any flipped bit", () => {
    const bytes = Buffer.from(text);
    const accepted: string[] = [];
    for (const place of bytes.keys()) {
      for (const flip of [1, 2, 4, 8, 16, 32, 64, 128, 255]) {
        const changed = Buffer.from(bytes);
        changed[place] = (bytes[place] ?? 0) ^ flip;
        if (verifyReceipt(changed.toString("utf8"), publicKey).ok) accepted.push(`${place} ^ ${flip}`);
      }
    }
    expect(bytes.length).toBeGreaterThan(500);
    expect(accepted).toEqual([]);
  });

  it("do not verify if something is added, removed or missing", () => {
    const value = JSON.parse(text);
    for (const changed of [{ ...value, more: 1 }, { ...value, reason: undefined }, { ...value, signature: "" }, {}, []])
      expect(verifyReceipt(JSON.stringify(changed), publicKey).ok).toBe(false);
    for (const odd of ["", "null", text.slice(0, -1), text.repeat(2)])
      expect(verifyReceipt(odd, publicKey).ok).toBe(false);
  });

  it("do not verify with another key", () => {
    const other = generateKeyPairSync("ed25519").publicKey;
    expect(verifyReceipt(text, other)).toEqual({ ok: false, reason: expect.stringContaining("another key") });
    const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).publicKey;
    expect(verifyReceipt(text, rsa)).toEqual({ ok: false, reason: expect.stringContaining("Ed25519") });
    const mine = createPrivateKey(privateKey.export({ type: "pkcs8", format: "pem" }));
    expect(signReceipt(facts, mine)).toBe(text);
  });
});
