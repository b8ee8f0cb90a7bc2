import { describe, expect, it } from "vitest";
import { isListColumn, type ListColumn, listColumn } from "./list-column";

describe("a column of the list", () => {
  it.each(["title", "lastEventAt", "labels", "var.plan", "var.title", "var. ", "var.constructor"])("is %j", (name) => {
    expect(isListColumn(name)).toBe(true);
  });

  it.each(["", "colour", "Title", "visitor.name", "var", "var.", "constructor", "__proto__"])("is not %j", (name) => {
    expect(isListColumn(name)).toBe(false);
  });

  it("of a variable is named after it and shows its value", () => {
    expect(listColumn("var.plan")).toEqual({
      label: "plan",
      width: 144,
      cell: { kind: "variable", name: "plan" },
      csv: {},
    });
    expect(listColumn("var.title").cell).toEqual({ kind: "variable", name: "title" });
  });

  it.each<[ListColumn, label: string, kind: string]>([
    ["title", "Conversation", "text"],
    ["status", "Status", "status"],
    ["messages", "Messages", "count"],
    ["lastEventAt", "Last event", "moment"],
  ])("%s is of the table", (id, label, kind) => {
    expect(listColumn(id)).toMatchObject({ label, cell: { kind } });
  });
});
