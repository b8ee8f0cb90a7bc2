import "server-only";
import { randomBytes } from "node:crypto";

/** Crockford's base 32, without characters that are easily confused when read aloud or typed. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** A code of `groups` times four characters, 20 bits each: `7k3m-x0qd-…`. Random, unless made of given bytes. */
export function readableCode(groups: number, bytes: Uint8Array = randomBytes(groups * 4)): string {
  const characters = Array.from(bytes.subarray(0, groups * 4), (byte) => alphabet[byte % alphabet.length]);
  return characters.join("").replace(/(.{4})(?=.)/g, "$1-");
}
