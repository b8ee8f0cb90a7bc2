import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parseTrustedProxies } from "@/lib/auth/trusted-proxies";
import { prepareRequests } from "./prepare-requests";
import { fallbackPolicy } from "./security-headers";

const server = createServer((request, response) => response.end(String(request.headers["x-forwarded-for"])));
let url = "";

beforeAll(async () => {
  prepareRequests({ appUrl: "https://playhead.example", trustedProxies: parseTrustedProxies(["loopback"]) ?? [] });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

it("puts the client's address in place of what the header claims", async () => {
  const addressFor = async (claimed?: string) =>
    (await fetch(url, claimed === undefined ? {} : { headers: { "x-forwarded-for": claimed } })).text();
  expect(await addressFor()).toBe("127.0.0.1");
  expect(await addressFor("1.2.3.4, 203.0.113.7")).toBe("203.0.113.7");
  expect(await addressFor("nonsense")).toBe("127.0.0.1");
});

it("gives every response the security headers", async () => {
  const { headers } = await fetch(url);
  expect(headers.get("content-security-policy")).toBe(fallbackPolicy);
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("strict-transport-security")).toBe("max-age=31536000");
});
