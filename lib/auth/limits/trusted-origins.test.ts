import { expect, it } from "vitest";
import { isFromOwnPage, trustedOrigins } from "./trusted-origins";

const appUrl = "https://playhead.example.com";

it.each([
  ["https://playhead.example.com", "internal:3000"],
  ["http://localhost:3000", "localhost:3000"],
  ["http://192.0.2.7:8080", "192.0.2.7:8080"],
  ["http://[::1]:3000", "[::1]:3000"],
  ["https://internal", "internal"],
])("accepts a page of %s at host %s as its own", (origin, host) => {
  expect(isFromOwnPage(appUrl, new Headers({ origin, host }))).toBe(true);
});

it.each([
  ["https://evil.example", "playhead.example.com"],
  ["https://playhead.example.com.evil.example", "playhead.example.com"],
  ["http://localhost:3001", "localhost:3000"],
  ["null", "playhead.example.com"],
  ["https://evil.example", "*"],
  ["http://*", "*"],
  ["http://a*", "a*"],
  ["http://*a", "*a"],
])("rejects a page of %s at host %s", (origin, host) => {
  expect(isFromOwnPage(appUrl, new Headers({ origin, host }))).toBe(false);
});

it("accepts only the app's URL if there is no host", () => {
  expect(trustedOrigins(`${appUrl}/inbox`)).toEqual([appUrl]);
  expect(trustedOrigins(appUrl, new Headers())).toEqual([appUrl]);
});

it("requires an origin", () => {
  expect(isFromOwnPage(appUrl, new Headers({ host: "playhead.example.com" }))).toBe(false);
});
