import type { IncomingHttpHeaders } from "node:http";
import { addressBlock } from "@/lib/auth/limits/address-block";

/** The address used by rate limits. lib/http/prepare-requests.ts has set the client's address before. */
export function addressOf({ "x-forwarded-for": address }: IncomingHttpHeaders): string {
  return typeof address === "string" ? addressBlock(address) : "unknown";
}
