import { describe, expect, it } from "vitest";
import { formFields } from "./form-fields";

const part = (name: string, value: string, lineBreak = "\r\n") =>
  [`Content-Disposition: form-data; name=${name}`, "Content-Type: text/plain", "", value].join(lineBreak);
const multipart = (parts: string[], { boundary = "--b", lineBreak = "\r\n" } = {}) =>
  `${parts.map((each) => `${boundary}${lineBreak}${each}${lineBreak}`).join("")}${boundary}--${lineBreak}`;
const two = [
  { name: "token", value: "tok-en" },
  { name: "payload", value: '{"a":\n1}' },
];

describe("formFields", () => {
  it.each([
    [
      "a=1&b=2",
      [
        ["a", "1"],
        ["b", "2"],
      ],
    ],
    [
      "a+b=c+d&e%3D=%26",
      [
        ["a b", "c d"],
        ["e=", "&"],
      ],
    ],
    [
      "a=1&b&=c&a=2",
      [
        ["a", "1"],
        ["b", ""],
        ["", "c"],
        ["a", "2"],
      ],
    ],
    ["events[0].type=x", [["events[0].type", "x"]]],
    [`${"n".repeat(100)}=1`, [["n".repeat(100), "1"]]],
  ])("parses %s", (text, fields) => {
    expect(formFields(text)).toEqual(fields.map(([name, value]) => ({ name, value })));
  });

  it.each([
    "",
    "x",
    "=1",
    '{"a":"b=c"}',
    "[a=1]x",
    "a b=1",
    `${"n".repeat(101)}=1`,
    "--b",
    "-- b",
    "--\r\nx",
    "x\n--b\r\n",
  ])("does not accept %j as a form", (text) => expect(formFields(text.replace("[a=1]x", "{a=1"))).toBeNull());

  it("does not accept a text that only contains parts as a form", () => {
    for (const start of ["preamble", "x--b", " --b", `--${"b".repeat(101)}`, "--"]) {
      expect(formFields(`${start}\r\n${part('"a"', "b")}`)).toBeNull();
    }
  });

  it.each([
    ["the usual line breaks", "\r\n", "--b"],
    ["bare ones", "\n", "--b"],
    ["a boundary of a browser's", "\r\n", "------WebKitFormBoundary7MA4YWxkTrZu0gW"],
    ["the longest boundary", "\r\n", `--${"b".repeat(100)}`],
  ])("parses multipart with %s", (_, lineBreak, boundary) => {
    const parts = two.map(({ name, value }) => part(`"${name}"`, value, lineBreak));
    expect(formFields(multipart(parts, { boundary, lineBreak }))).toEqual(two);
  });

  it("parses a name with and without quotes, after a file's, and in any case", () => {
    const heads = [
      'content-disposition: form-data; filename="a.txt"; name="one"',
      "CONTENT-DISPOSITION: form-data; name=two; x=y",
      'X-Other: content; name="no"\r\nContent-Disposition: form-data;name=three',
    ];
    const fields = formFields(multipart(heads.map((head) => `${head}\r\n\r\nvalue`)));
    expect(fields).toEqual(["one", "two", "three"].map((name) => ({ name, value: "value" })));
  });

  it.each([
    ["without a name", "Content-Disposition: form-data\r\n\r\nvalue"],
    ["without a head", "value"],
    ["whose head does not end", 'Content-Disposition: form-data; name="a"\r\nvalue'],
    ["that names itself in its value", 'X: y\r\n\r\nContent-Disposition: form-data; name="a"'],
    ["that is named by another header", 'X-Content-Disposition: form-data; name="a"\r\n\r\nvalue'],
  ])("skips a part %s", (_, odd) => {
    expect(formFields(multipart([odd]))).toBeNull();
    expect(formFields(multipart([odd, part('"b"', "c")]))).toEqual([{ name: "b", value: "c" }]);
  });

  it("parses the first thousand fields and the first thousand characters of a header", () => {
    expect(formFields("a=1&".repeat(1500))).toHaveLength(1000);
    const late = `X: ${"x".repeat(990)}\r\n${part('"a"', "b")}`;
    expect(formFields(multipart([late, part('"c"', "d")]))).toEqual([{ name: "c", value: "d" }]);
  });
});
