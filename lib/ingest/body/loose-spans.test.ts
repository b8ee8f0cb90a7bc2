import { describe, expect, it } from "vitest";
import { looseSpans } from "./loose-spans";

const event = '{"event":{"type":"note"}}';
const spaces = ["\u00a0", "\u1680", "\u2003", "\u2028", "\u202f", "\u3000", "\ufeff", "\v", "\f"];

describe("looseSpans", () => {
  it.each(spaces.map((space) => [`U+${space.charCodeAt(0).toString(16).padStart(4, "0")}`, space]))(
    "ends after a damaged body that ends with the space %s",
    (_, space) => {
      for (const text of [
        `[${event},${space}`,
        `{"events":[${event},${space}${space}`,
        `${event},${space}`,
        `[${space}`,
      ]) {
        const { spans } = looseSpans(text);
        expect(spans.length, JSON.stringify(text)).toBeLessThan(4);
        for (const { start, end } of spans) expect(end).toBeGreaterThan(start);
        if (text.includes(event)) expect(spans.map(({ start, end }) => text.slice(start, end))).toContain(event);
      }
    },
  );
});
