import ipaddr from "ipaddr.js";

/**
 * What limits per address count by: an IPv4 address, or the /64 of an IPv6 address, in which one customer chooses addresses
 * freely.
 */
export function addressBlock(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === "ipv4") return parsed.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed}/64`)}/64`;
}
