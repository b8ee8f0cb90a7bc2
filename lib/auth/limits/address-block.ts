import ipaddr from "ipaddr.js";

/**
 * The key of limits per address: an IPv4 address, or the /64 of an IPv6 address, within which a customer chooses addresses
 * freely.
 */
export function addressBlock(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === "ipv4") return parsed.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed}/64`)}/64`;
}
