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
    ["a column that is not known", "column=100:title&column=100:colour"],
    ["a column that is too wide", "column=9000:title"],
    ["a column twice", "column=100:title&column=120:title"],
    ["no width", "column=title"],
  ])("are the usual ones for %s", (_, line) => {
    expect(readListSettings(line)).toEqual(defaultListSettings);
  });
});
