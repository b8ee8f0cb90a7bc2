import { describe, expect, it } from "vitest";
import { completionsAt } from "@/lib/filter-text/completions-at";
import { completionOptions, type FilterData } from "./completion-options";

const data: FilterData = {
  valuesOf: ({ filter }) =>
    filter === "label"
      ? [
          { value: "needs review", name: "needs review" },
          { value: "review", name: "review" },
        ]
      : filter === "assignee"
        ? [{ value: "ines@example.com", name: "Ines Oduya" }]
        : filter === "has"
          ? [{ value: "image", name: "image" }]
          : [],
  variables: ["plan", "order_number"],
  valuesOfVariable: (name) => (name === "plan" ? ["pro", "team"] : []),
};
const offered = (text: string) => {
  const completion = completionsAt(text, text.length);
  return completion === null ? [] : completionOptions(completion, data).map(({ choice }) => choice);
};

describe("completing", () => {
  it.each([
    ["lab", ["label", "label.all"]],
    ["sta", ["status"]],
    ["over", ["handed-over"]],
    ["kettle", []],
    ["review", ['label:"needs review"', "label:review"]],
    ["plan", ["var.plan"]],
    ["image", ["has:image"]],
    ["va", ["var."]],
    ["-lab", ["label", "label.all"]],
  ])("the name %s", (text, wanted) => {
    expect(offered(text)).toEqual(wanted);
  });

  it.each([
    ["label:re", ["review", "needs review"]],
    ["label:review", ["review", "needs review"]],
    ["assignee:oduya", ["ines@example.com"]],
    ["assignee:", ["none", "ines@example.com"]],
    ["status:", ["open", "closed"]],
    ["status:open", []],
    ["created:2", ["24h"]],
    ["label:nothing", []],
  ])("the value in %s", (text, wanted) => {
    expect(offered(text)).toEqual(wanted);
  });

  it("variables and their values", () => {
    expect(offered("var.")).toEqual(["plan", "order_number"]);
    expect(offered("var.ord")).toEqual(["order_number"]);
    expect(offered("var.plan=")).toEqual(["pro", "team"]);
    expect(offered("var.other=")).toEqual([]);
  });
});
