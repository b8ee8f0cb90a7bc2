import ipaddr from "ipaddr.js";
import { isAddress, type TrustedProxies } from "./trusted-proxies";

/**
 * The client's address: the last hop that is not a trusted proxy. Each proxy appends the address that it saw, so that hops
 * further left can be forged. An IPv4-mapped IPv6 address is returned as IPv4.
 *
 * @param peer The socket's address, or null for a local socket, whose peer is trusted.
 * @param forwardedFor The header `X-Forwarded-For`, if present.
 * @returns null if neither contains an address
 */
export function clientAddress(
  peer: string | null | undefined,
  forwardedFor: string | null | undefined,
  trusted: TrustedProxies,
): string | null {
  let client = peer ? parseHop(peer) : null;
  if (client !== null && !isTrusted(client, trusted)) return client.toString();
  const hops = forwardedFor?.split(",") ?? [];
  for (const hop of hops.reverse()) {
    const address = parseHop(hop);
    // A proxy that reports no address ("unknown", "_hidden") ends the trusted part.
    if (address === null) break;
    client = address;
    if (!isTrusted(address, trusted)) break;
  }
  return client?.toString() ?? null;
}

/** Parses an address with or without a port, brackets or a zone: `192.0.2.1:1234`, `[2001:db8::1]:443`, `fe80::1%eth0`. */
function parseHop(hop: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  const text = hop.trim();
  const host = /^\[([^\]]*)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
  const address = host.split("%", 1)[0] ?? "";
  return isAddress(address) ? ipaddr.process(address) : null;
}

function isTrusted(address: ipaddr.IPv4 | ipaddr.IPv6, trusted: TrustedProxies): boolean {
  return trusted.some(
    ([network, prefixLength]) => network.kind() === address.kind() && address.match(network, prefixLength),
  );
}
