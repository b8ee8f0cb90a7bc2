import { describe, expect, it } from "vitest";
import { type ConversationFilters, noFilters } from "./conversation-filters";
import { readFilters } from "./read-filters";
import { writeFilters } from "./write-filters";

const read = (search: string) => readFilters(new URLSearchParams(search));

describe("filters in a URL", () => {
  it("round-trip", () => {
    const filters: ConversationFilters = {
      ...noFilters,
      status: ["open", "closed"],
      assignee: ["none", "Ada@example.com"],
      label: ["needs review", "17"],
      q: ["100% straße & more"],
      from: "2023-09-01",
      to: "2023-09-02T10:00:00+02:00",
      has: ["form.response"],
      variables: [
        { name: "plan", test: "is", value: "pro" },
        { name: "plan", test: "is", value: "" },
        { name: "__proto__", test: "is", value: "a=b" },
      ],
    };
    expect(read(writeFilters(filters).toString())).toEqual({ ok: true, filters });
  });

  it("are empty without parameters or with a blank search", () => {
    expect(read("q=%20")).toEqual(read(""));
  });

  it.each([
    ["colour=red", "colour"],
    ["status=pending", "status"],
    ["label=", "label"],
    ["from=soon", "from"],
    ["to=2023-09-01&to=2023-09-02", "to"],
    ["var.=x", "var."],
  ])("%s is rejected with its name", (search, parameter) => {
    expect(read(search)).toMatchObject({ ok: false, parameter });
  });
});
