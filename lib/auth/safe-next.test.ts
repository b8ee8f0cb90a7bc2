import { expect, it } from "vitest";
import { safeNext } from "./safe-next";

it.each([
  ["/", "/"],
  ["/conversations/abc?event=12#x", "/conversations/abc?event=12#x"],
  ["/deliveries?verdict=quarantined&q=a%2Fb", "/deliveries?verdict=quarantined&q=a%2Fb"],
])("redirects to %s", (next, expected) => expect(safeNext(next)).toBe(expected));

it.each([
  undefined,
  "",
  "deliveries",
  "playhead.invalid/deliveries",
  "https://playhead.invalid/deliveries",
  "https://evil.example/",
  "//evil.example/",
  "/\\evil.example/",
  "\\/evil.example",
  "/\t/evil.example/",
  "/\n/evil.example/",
  "/./\\evil.example",
  "/.//evil.example/",
  "/..//evil.example",
  "javascript:alert(1)",
  "/sign-in",
  "/sign-in?next=/",
  "/api/auth/sign-out",
])("redirects to the inbox instead of %j", (next) => expect(safeNext(next)).toBe("/"));
