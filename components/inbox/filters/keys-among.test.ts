import { describe, expect, it } from "vitest";
import { keysAmong } from "./keys-among";

const summary = (key: string, title: string, visitor: { key: string; name?: string; email?: string }) => ({
  key,
  title,
  visitor: { id: null, phone: null, ...visitor, name: visitor.name ?? null, email: visitor.email ?? null },
});
const listed = [
  summary("c1", "Refund", { key: "v1", name: "Zoë Müller", email: "zoe@example.com" }),
  summary("c2", "Zoë again", { key: "v1", name: "Zoë Müller" }),
  summary("c3", "Visitor - H40218", { key: "v2" }),
  summary("c4", "Parcel", { key: "v3", email: "lian@example.com" }),
];

describe("keys", () => {
  it.each([
    ["MÜLLER", ["v1"]],
    ["h402", ["v2"]],
    ["example", ["v1", "v3"]],
    ["v3", ["v3"]],
    ["refund", []],
  ])("of visitors are found by their data: %s", (text, keys) => {
    expect(keysAmong(listed, text).visitor.map(({ value }) => value)).toEqual(keys);
  });

  it("of conversations are found by title, and labelled with it", () => {
    expect(keysAmong(listed, "zoë").key).toEqual([{ value: "c2", name: "Zoë again" }]);
    expect(keysAmong(listed, "example").visitor).toContainEqual({ value: "v3", name: "lian@example.com" });
  });
});
