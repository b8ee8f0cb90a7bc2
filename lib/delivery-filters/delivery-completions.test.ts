import { describe, expect, it } from "vitest";
import { deliveryCompletionAt, deliverySuggestions } from "./delivery-completions";

/** What is suggested at the `|` in a text. */
function offered(marked: string) {
  const caret = marked.indexOf("|");
  const completion = deliveryCompletionAt(marked.replace("|", ""), caret);
  return completion === null ? null : deliverySuggestions(completion);
}

describe("completing the search of deliveries", () => {
  it.each([
    ["sta|", ["status"]],
    ["place|", ["token-place"]],
    ["Priya si|", ["size"]],
    ["kettle|", []],
    ["status:|", ["200", "400"]],
    ["status:4|", ["400"]],
    ["status:400|", []],
    ["type:note|", []],
    ["type:co|", ["conversation_create"]],
    ["type:change|", ["assignee_change"]],
    ["token-place:token|", ["header token", "query token"]],
    ["status:4| size:>10kb", ["400"]],
    ["conversation:abc|", []],
  ])("%s", (text, choices) => {
    expect(offered(text)?.map(({ choice }) => choice)).toEqual(choices);
  });

  it("offers all filters in an empty box, and nothing in a quoted text", () => {
    expect(offered("|")?.map(({ choice }) => choice)).toContain("token-place");
    expect(offered('"sta|tus"')).toBeNull();
  });

  it("inserts whole terms", () => {
    expect(offered("sta|")?.[0]?.term).toBe("status:");
    expect(offered("token-place:token|")?.[0]?.term).toBe('token-place:"header token" ');
    expect(deliveryCompletionAt("a status:4 b", 10)?.at).toEqual({ start: 2, end: 10 });
  });
});
