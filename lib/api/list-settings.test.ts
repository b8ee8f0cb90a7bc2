import { describe, expect, it } from "vitest";
import { defaultListSettings, type ListSettings, readListSettings, writeListSettings } from "./list-settings";

describe("a list's settings as a line", () => {
  it("come back as they went in, whatever a variable is called", () => {
    const settings: ListSettings = {
      form: "table",
      density: "compact",
      facets: true,
      openFacets: ["label", "var.a&b", "variables"],
      columns: [
        { id: "title", width: 200 },
        { id: "var.a:b, c;d=é&f%", width: 56 },
        { id: `var.${"long".repeat(100)}`, width: 144 },
      ],
    };
    expect(readListSettings(writeListSettings(settings))).toEqual(settings);
  });

  it("know no open facet from none mentioned", () => {
    const settings = { ...defaultListSettings, openFacets: [] };
    expect(readListSettings(writeListSettings(settings))).toEqual(settings);
  });

  it.each([
    ["nothing", undefined],
    ["another form", "form=cards&density=tight"],
    ["no column that is known", "column=100:colour&column=100:var."],
    ["a column that is too wide", "column=9000:title"],
    ["no width", "column=title"],
  ])("are the usual ones for %s", (_, line) => {
    expect(readListSettings(line)).toEqual(defaultListSettings);
  });

  it("lose only the columns that are not known, or stand there twice", () => {
    const line = "column=100:title&column=100:colour&column=120:title&column=130:var.plan";
    expect(readListSettings(line).columns).toEqual([
      { id: "title", width: 100 },
      { id: "var.plan", width: 130 },
    ]);
  });
});
