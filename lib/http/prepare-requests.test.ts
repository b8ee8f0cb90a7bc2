import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { requestId } from "@/lib/log/request-id";
import { prepareRequests } from "./prepare-requests";
import { fallbackPolicy } from "./security-headers";
import { parseTrustedProxies } from "./trusted-proxies";

const server = createServer((request, response) => {
  if (request.url === "/id") response.end(JSON.stringify([request.headers["x-request-id"], requestId()]));
  else response.end(String(request.headers["x-forwarded-for"]));
});
let url = "";

beforeAll(async () => {
  prepareRequests({ appUrl: "https://playhead.example", trustedProxies: parseTrustedProxies(["loopback"]) ?? [] });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

it("replaces the header by the client's address", async () => {
  const addressFor = async (claimed?: string) =>
    (await fetch(url, claimed === undefined ? {} : { headers: { "x-forwarded-for": claimed } })).text();
  expect(await addressFor()).toBe("127.0.0.1");
  expect(await addressFor("1.2.3.4, 203.0.113.7")).toBe("203.0.113.7");
  expect(await addressFor("nonsense")).toBe("127.0.0.1");
});

it("sets the security headers on every response", async () => {
  const { headers } = await fetch(url);
  expect(headers.get("content-security-policy")).toBe(fallbackPolicy);
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("strict-transport-security")).toBe("max-age=31536000");
});

it("gives every request an id, or keeps the sender's if it is valid", async () => {
  const idOf = async (sent?: string) => {
    const response = await fetch(`${url}/id`, sent === undefined ? {} : { headers: { "x-request-id": sent } });
    const [passedOn, logged] = await response.json();
    expect([passedOn, logged]).toEqual(Array(2).fill(response.headers.get("x-request-id")));
    return passedOn;
  };
  expect(await idOf("trace-7.a")).toBe("trace-7.a");
  const made = await Promise.all([idOf(), idOf(), idOf("not an id"), idOf("x".repeat(200))]);
  for (const id of made) expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(new Set(made).size).toBe(4);
});
