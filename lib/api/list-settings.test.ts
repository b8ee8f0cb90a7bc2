import { describe, expect, it } from "vitest";
import { listSettings } from "@/lib/api/schemas/list-settings";
import {
  defaultListSettings,
  type ListSettings,
  readListSettings,
  variableColumns,
  writeListSettings,
} from "./list-settings";

describe("a list's settings as one line", () => {
  it("survive a round trip, whatever a variable's name", () => {
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

  it("distinguish no open facets from unspecified ones", () => {
    const settings = { ...defaultListSettings, openFacets: [] };
    expect(readListSettings(writeListSettings(settings))).toEqual(settings);
  });

  it.each([
    ["nothing", undefined],
    ["another form", "form=cards&density=tight"],
    ["no column that is known", "column=100:colour&column=100:var."],
    ["a column that is too wide", "column=9000:title"],
    ["no width", "column=title"],
  ])("are the defaults for %s", (_, line) => {
    expect(readListSettings(line)).toEqual(defaultListSettings);
  });

  it("lose only unknown and duplicate columns", () => {
    const line = "column=100:title&column=100:colour&column=120:title&column=130:var.plan";
    expect(readListSettings(line).columns).toEqual([
      { id: "title", width: 100 },
      { id: "var.plan", width: 130 },
    ]);
  });

  it("have a stable format", () => {
    expect(writeListSettings({ ...defaultListSettings, openFacets: [], columns: [{ id: "var.a b", width: 90 }] })).toBe(
      "form=list&density=comfortable&facets=no&open=none&column=90%3Avar.a+b",
    );
    expect(
      writeListSettings({
        form: "table",
        density: "compact",
        facets: true,
        openFacets: ["status", "label"],
        columns: [{ id: "title", width: 160 }],
      }),
    ).toBe("form=table&density=compact&facets=yes&open=status&open=label&column=160%3Atitle");
  });

  it.each([
    ["the narrowest column", "column=56:title", 56],
    ["the widest column", "column=720:title", 720],
    ["a column that is too narrow", "column=55:title", 208],
    ["a column one pixel too wide", "column=721:title", 208],
    ["half a pixel", "column=100.5:title", 208],
  ])("have the width of %s", (_, line, width) => {
    expect(readListSettings(line).columns[0]).toEqual({ id: "title", width });
  });

  it("keep the first 40 columns", () => {
    const line = Array.from({ length: 41 }, (_, place) => `column=100:var.${place}`).join("&");
    const { columns } = readListSettings(line);
    expect(columns).toHaveLength(40);
    expect(columns.at(-1)).toEqual({ id: "var.39", width: 100 });
  });
});

describe("settings in a request", () => {
  const withColumns = (...ids: string[]) =>
    listSettings.safeParse({ ...defaultListSettings, columns: ids.map((id) => ({ id, width: 100 })) }).success;

  it("contain each column once", () => {
    expect(withColumns("title")).toBe(true);
    expect(withColumns("title", "status", "var.title")).toBe(true);
    expect(withColumns("title", "status", "title")).toBe(false);
    expect(withColumns("var.a", "var.a")).toBe(false);
  });

  it("contain 1 to 40 columns", () => {
    const many = Array.from({ length: 41 }, (_, place) => `var.${place}`);
    expect(withColumns()).toBe(false);
    expect(withColumns(...many.slice(0, 40))).toBe(true);
    expect(withColumns(...many)).toBe(false);
  });

  it("accept variable names of up to 400 characters", () => {
    expect(withColumns(`var.${"a".repeat(400)}`)).toBe(true);
    expect(withColumns(`var.${"a".repeat(401)}`)).toBe(false);
  });
});

describe("the variables that a list reads", () => {
  const columns: ListSettings["columns"] = [
    { id: "title", width: 100 },
    { id: "var.plan", width: 100 },
    { id: "status", width: 100 },
    { id: "var.size, in cm", width: 100 },
  ];

  it("are those of its columns in a table", () => {
    expect(variableColumns({ form: "table", columns })).toEqual(["var.plan", "var.size, in cm"]);
  });

  it("are empty for cards", () => {
    expect(variableColumns({ form: "list", columns })).toEqual([]);
  });
});
