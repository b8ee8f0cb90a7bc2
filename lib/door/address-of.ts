import type { IncomingHttpHeaders } from "node:http";
import { addressBlock } from "@/lib/auth/limits/address-block";

/** What limits per address count by. The client's address was put there before: lib/http/prepare-requests.ts. */
export function addressOf({ "x-forwarded-for": address }: IncomingHttpHeaders): string {
  return typeof address === "string" ? addressBlock(address) : "unknown";
}
