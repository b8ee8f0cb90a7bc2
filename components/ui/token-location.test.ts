import { expect, it } from "vitest";
import { tokenLocation } from "./token-location";

it.each([
  ["header authorization", "Authorization header"],
  ["header x-webhook-token", "X-Webhook-Token header"],
  ["header x-api-key", "X-API-Key header"],
  ["query token", "query token"],
  ["body", "body"],
])("%s is the %s", (place, location) => {
  expect(tokenLocation(place)).toBe(location);
});
