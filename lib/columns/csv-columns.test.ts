import { describe, expect, it } from "vitest";
import { csvColumns, readColumns, unknownColumn, variablesAmong, writeColumns } from "./csv-columns";

describe("columns in a URL", () => {
  it.each([
    ["plain ones", ["key", "title", "var.plan"], "key,title,var.plan"],
    ["a comma", ["var.size, in cm", "title"], '"var.size, in cm",title'],
    ["quotation marks", ['var.say "hi"', 'var."'], '"var.say ""hi""","var."""'],
    ["spaces at the ends", ["var. lead", "var.trail "], 'var. lead,"var.trail "'],
    ["names of objects' own parts", ["var.__proto__", "var.constructor"], "var.__proto__,var.constructor"],
    ["a line break", ["var.a\nb,c"], '"var.a\nb,c"'],
  ])("come back as they were written: %s", (_, columns, written) => {
    expect(writeColumns(columns)).toBe(written);
    expect(unknownColumn(written)).toBeNull();
    expect(readColumns([written])).toEqual(columns);
  });

  it("can be spread over several values; duplicates are dropped", () => {
    expect(readColumns(['title, "var.a,b" ,key', "var.a", '"var.a,b"'])).toEqual(["title", "var.a,b", "key", "var.a"]);
    expect(variablesAmong(['title,"var.a,b"', "var.c"])).toEqual(["a,b", "c"]);
    expect(readColumns([])).toEqual(csvColumns);
  });

  it.each([
    ["a name that is none", "var.a,b", '"b"'],
    ["a quotation mark without an end", '"var.a,b', '"\\"var.a"'],
    ["something behind the quotation marks", '"var.a"b', '"\\"var.a\\"b"'],
    ["a variable without a name", "var.", '"var."'],
    ["nothing between commas", "key,,title", '""'],
  ])("are invalid for %s", (_, value, named) => {
    expect(JSON.stringify(unknownColumn(value))).toBe(named);
  });
});
