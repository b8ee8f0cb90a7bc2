import "server-only";
import { env } from "@/lib/env/env";
import { clientAddress } from "@/lib/http/client-address";
import { addressBlock } from "./address-block";

/** The key of a request for limits per address. */
export function addressOfRequest(headers: Headers | undefined): string {
  const address = exactAddressOfRequest(headers);
  return address === null ? "unknown" : addressBlock(address);
}

/**
 * The client's address. It is in `X-Forwarded-For`, which is set from the socket (lib/http/prepare-requests.ts) or by the hosting
 * platform's proxy.
 */
export function exactAddressOfRequest(headers: Headers | undefined): string | null {
  return clientAddress(null, headers?.get("x-forwarded-for"), env().trustedProxies);
}
