import { createHmac } from "node:crypto";

// As Better Auth's plugin computes codes: RFC 6238 with SHA-1 and the secret's characters as the key.
const stepMs = 30_000;
const digits = 6;

/** The time step at a time in milliseconds since 1970. */
export function stepAt(time: number): number {
  return Math.floor(time / stepMs);
}

/** The code of a time step. */
export function codeOfStep(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, "0");
}

/** The latest step around a time, one earlier or later included, that has this code; null if none has. */
export function stepOfCode(secret: string, code: string, time: number): number | null {
  const now = stepAt(time);
  return [now + 1, now, now - 1].find((step) => codeOfStep(secret, step) === code) ?? null;
}
