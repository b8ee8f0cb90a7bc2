import { describe, expect, it } from "vitest";
import { addressBlock } from "@/lib/auth/limits/address-block";
import { clientAddress } from "./client-address";
import { parseTrustedProxies } from "./trusted-proxies";

const trusting = (...entries: string[]) => {
  const trusted = parseTrustedProxies(entries);
  if (trusted === null) throw new Error(`not a list of proxies: ${entries}`);
  return trusted;
};
const loopback = trusting("loopback");

describe("clientAddress", () => {
  it("is the socket's if the peer is not trusted, whatever the header contains", () => {
    expect(clientAddress("203.0.113.9", "198.51.100.1", loopback)).toBe("203.0.113.9");
    expect(clientAddress("203.0.113.9", "127.0.0.1", loopback)).toBe("203.0.113.9");
    expect(clientAddress("127.0.0.1", "198.51.100.1", trusting())).toBe("127.0.0.1");
  });

  it.each([
    ["one hop", "198.51.100.1", "198.51.100.1"],
    ["an invented first hop", "1.2.3.4, 198.51.100.1", "198.51.100.1"],
    ["an invented trusted hop", "127.0.0.1, 198.51.100.1", "198.51.100.1"],
    ["a trusted hop after the client", "1.2.3.4, 198.51.100.1, 127.0.0.1", "198.51.100.1"],
    ["only trusted hops", "127.0.0.3, 127.0.0.2", "127.0.0.3"],
    ["a hop without an address", "1.2.3.4, unknown", "127.0.0.1"],
    ["text before the client", "<script>, 198.51.100.1", "198.51.100.1"],
    ["an address in another notation", "1.2.3.4, 0x7f.1", "127.0.0.1"],
    ["nothing", "", "127.0.0.1"],
    ["a port", "198.51.100.1:4711", "198.51.100.1"],
    ["IPv6", "2001:DB8::0:1", "2001:db8::1"],
    ["IPv6 with a port", "[2001:db8::1]:4711", "2001:db8::1"],
    ["IPv6 in brackets", "[2001:db8::1]", "2001:db8::1"],
    ["IPv6 with a zone", "fe80::1%eth0", "fe80::1"],
    ["text before brackets", "1.2.3.4, x[2001:db8::1]", "127.0.0.1"],
    ["text after brackets", "1.2.3.4, [2001:db8::1]:x", "127.0.0.1"],
    ["text after a port", "1.2.3.4, 198.51.100.1:4711x", "127.0.0.1"],
    ["an IPv4 address mapped to IPv6", "::ffff:198.51.100.1", "198.51.100.1"],
  ])("scans the header from the right: %s", (_, header, client) => {
    expect(clientAddress("127.0.0.1", header, loopback)).toBe(client);
    expect(clientAddress("::ffff:127.0.0.1", header, loopback)).toBe(client);
  });

  it("trusts the peer of a local socket", () => {
    expect(clientAddress(null, "1.2.3.4, 198.51.100.1", loopback)).toBe("198.51.100.1");
    expect(clientAddress(undefined, null, loopback)).toBeNull();
  });

  it("skips networks in TRUSTED_PROXIES", () => {
    const trusted = trusting("private", "loopback", "2001:db8:1::/48", "192.0.2.1");
    const header = "1.2.3.4, 198.51.100.1, 192.0.2.1, 2001:db8:1:2::3, 172.31.0.1";
    expect(clientAddress("10.1.2.3", header, trusted)).toBe("198.51.100.1");
    expect(clientAddress("::ffff:10.1.2.3", header, trusted)).toBe("198.51.100.1");
    expect(clientAddress("172.32.0.1", header, trusted)).toBe("172.32.0.1");
  });
});

describe("parseTrustedProxies", () => {
  it.each([
    ["loopback", ["127.0.0.1", "127.255.255.255", "::1"], ["126.255.255.255", "128.0.0.0", "::2"]],
    ["linklocal", ["169.254.0.1", "fe80::1", "febf::1"], ["169.253.0.1", "169.255.0.1", "fec0::1"]],
    ["uniquelocal", ["fc00::1", "fdff::1"], ["fbff::1", "fe00::1", "10.0.0.1"]],
    [
      "Private",
      ["10.9.8.7", "172.16.0.0", "172.31.9.9", "192.168.1.1", "fd00::1"],
      ["172.32.0.0", "192.169.0.0", "::1"],
    ],
  ])("parses the networks of %s", (name, proxies, strangers) => {
    const trusted = trusting(name);
    const client = (peer: string) => clientAddress(peer, "198.51.100.1", trusted);
    expect(proxies.map(client)).toEqual(proxies.map(() => "198.51.100.1"));
    expect(strangers.map(client)).toEqual(strangers);
  });

  it("treats an address without a prefix as a single address", () => {
    const trusted = trusting("192.0.2.1", "2001:db8::1");
    for (const proxy of ["192.0.2.1", "2001:db8::1"]) {
      expect(clientAddress(proxy, "198.51.100.1", trusted)).toBe("198.51.100.1");
    }
    for (const stranger of ["192.0.2.2", "192.0.2.0", "2001:db8::2", "2001:db8::"]) {
      expect(clientAddress(stranger, "198.51.100.1", trusted)).toBe(stranger);
    }
  });

  it.each(["example.com", "10.0.0.0/33", "10.0.0/8", "127.1", "::1/129", "10.0.0.1/", "/8"])("rejects %s", (entry) => {
    expect(parseTrustedProxies(["loopback", entry])).toBeNull();
  });
});

describe("addressBlock", () => {
  it("is the address for IPv4 and the /64 for IPv6", () => {
    expect(addressBlock("198.51.100.1")).toBe("198.51.100.1");
    expect(addressBlock("::ffff:198.51.100.1")).toBe("198.51.100.1");
    expect(addressBlock("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64");
    expect(addressBlock("2001:db8:1:2::")).toBe(addressBlock("2001:db8:1:2:ffff:ffff:ffff:ffff"));
    expect(addressBlock("unknown")).toBe("unknown");
    expect(addressBlock("2001:db8:1:3::")).not.toBe(addressBlock("2001:db8:1:2::"));
  });
});
