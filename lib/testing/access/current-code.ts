import { codeOfStep, stepAt } from "@/lib/auth/second-factor/totp";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** What an authenticator app shows for a secret in base 32, `later` steps from now. */
export function currentCode(secret: string, later = 0): string {
  return codeOfStep(fromBase32(secret), stepAt(Date.now()) + later);
}

function fromBase32(text: string): string {
  const bits = [...text].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const bytes = bits.match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2))).toString();
}
