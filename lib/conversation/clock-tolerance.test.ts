import { expect, it } from "vitest";
import { isClockAhead, listedAt } from "./clock-tolerance";

const receivedAt = "2024-05-01T12:00:00.000000Z";

it.each([
  ["2024-05-01T11:00:00.000000Z", "2024-05-01T11:00:00.000000Z", false],
  ["2024-05-01T12:00:00.000000Z", "2024-05-01T12:00:00.000000Z", false],
  ["2024-05-01T12:01:00.000000Z", "2024-05-01T12:01:00.000000Z", false],
  ["2024-05-01T12:01:00.000001Z", "2024-05-01T12:01:00.000000Z", true],
  ["2099-01-01T00:00:00.000001Z", "2024-05-01T12:01:00.000000Z", true],
])("an event of %s is listed at %s", (occurredAt, listed, isAhead) => {
  expect(listedAt({ occurredAt, receivedAt })).toBe(listed);
  expect(isClockAhead({ occurredAt, receivedAt })).toBe(isAhead);
});
