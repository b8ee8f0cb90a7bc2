import "server-only";
import { env } from "@/lib/env/env";
import { clientAddress } from "@/lib/http/client-address";
import { addressBlock } from "./address-block";

/**
 * What limits per address count a request by. Before it got here, `X-Forwarded-For` was replaced by the client's address where
 * a socket could prove that one (lib/http/prepare-requests.ts); elsewhere the platform's proxy has written it.
 */
export function addressOfRequest(headers: Headers | undefined): string {
  const address = clientAddress(null, headers?.get("x-forwarded-for"), env().trustedProxies);
  return address === null ? "unknown" : addressBlock(address);
}
