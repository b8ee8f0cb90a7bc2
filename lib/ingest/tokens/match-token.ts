import { hash, timingSafeEqual } from "node:crypto";
import type { TokenCandidate } from "./token-candidates";

/** The first candidate that is an accepted token. Compares each with each, in constant time. */
export function matchToken(candidates: readonly TokenCandidate[], accepted: readonly string[]): TokenCandidate | null {
  const digests = accepted.map(digest);
  let found: TokenCandidate | null = null;
  for (const candidate of candidates) {
    const given = digest(candidate.token);
    for (const expected of digests) {
      const isEqual = timingSafeEqual(given, expected);
      if (isEqual) found ??= candidate;
    }
  }
  return found;
}

function digest(token: string): Buffer {
  return hash("sha256", token, "buffer");
}
