import { id } from "@/lib/api/schemas/parameters";

/** Parses an id from a path; null if it is invalid. */
export function readId(text: string): bigint | null {
  return id.safeParse(text).success ? BigInt(text) : null;
}
