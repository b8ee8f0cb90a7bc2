import { id } from "@/lib/api/schemas/parameters";

/** An id from a path, or null where it cannot be one. */
export function readId(text: string): bigint | null {
  return id.safeParse(text).success ? BigInt(text) : null;
}
