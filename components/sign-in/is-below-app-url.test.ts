import { expect, it } from "vitest";
import { isBelowAppUrl } from "./is-below-app-url";

it.each([
  ["http://playhead.example.com", "https://playhead.example.com", true],
  ["http://10.0.0.5:3000", "https://playhead.example.com", true],
  ["https://playhead.example.com", "https://playhead.example.com", false],
  ["https://other.example.com", "https://playhead.example.com", false],
  ["http://10.0.0.5:3000", "http://localhost:3000", false],
])("opened at %s with APP_URL %s: %s", (origin, appUrl, isBelow) => {
  expect(isBelowAppUrl(origin, appUrl)).toBe(isBelow);
});
