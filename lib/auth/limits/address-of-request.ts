import "server-only";
import { env } from "@/lib/env/env";
import { clientAddress } from "@/lib/http/client-address";
import { addressBlock } from "./address-block";

/**
 * The key of a request for limits per address. `X-Forwarded-For` contains the client's address: set from the socket
 * (lib/http/prepare-requests.ts) or by the hosting platform's proxy.
 */
export function addressOfRequest(headers: Headers | undefined): string {
  const address = clientAddress(null, headers?.get("x-forwarded-for"), env().trustedProxies);
  return address === null ? "unknown" : addressBlock(address);
}
