import ipaddr from "ipaddr.js";

/** Networks whose `X-Forwarded-For` is trusted. */
export type TrustedProxies = readonly [address: ipaddr.IPv4 | ipaddr.IPv6, prefixLength: number][];

const namedNetworks: Record<string, readonly string[]> = {
  loopback: ["127.0.0.0/8", "::1/128"],
  linklocal: ["169.254.0.0/16", "fe80::/10"],
  uniquelocal: ["fc00::/7"],
  private: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"],
};

/**
 * Parses `TRUSTED_PROXIES`: addresses, CIDR networks, and the names `loopback`, `linklocal`, `uniquelocal` and `private`. Null if
 * an entry is invalid.
 */
export function parseTrustedProxies(entries: readonly string[]): TrustedProxies | null {
  const networks = entries.flatMap((entry) => namedNetworks[entry.toLowerCase()] ?? [entry]);
  const parsed = networks.map(parseNetwork);
  return parsed.every((network) => network !== null) ? parsed : null;
}

function parseNetwork(text: string): TrustedProxies[number] | null {
  const [address = "", prefix] = text.split("/");
  if (!isAddress(address)) return null;
  if (prefix !== undefined) return ipaddr.isValidCIDR(text) ? ipaddr.parseCIDR(text) : null;
  const parsed = ipaddr.process(address);
  return [parsed, parsed.kind() === "ipv4" ? 32 : 128];
}

/** Stricter than ipaddr.js, which also parses `127.1` and `0x7f000001`. */
export function isAddress(text: string): boolean {
  return ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text);
}
