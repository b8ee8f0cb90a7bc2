import { describe, expect, it } from "vitest";
import { type ConversationFilters, type FilterName, filterNamed, filterOf, noFilters } from "./conversation-filters";
import { isFilterName, readFilters } from "./read-filters";
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

  it.each([
    ["colour=red", "colour", 'Unknown filter "colour".'],
    ["q=x&colour=red", "colour", 'Unknown filter "colour".'],
    ["label=", "label", '"label" must not be empty.'],
    ["-label=", "-label", '"-label" must not be empty.'],
    ["created=7d&created=7d", "created", '"created" can be given only once.'],
    ["var.=x", "var.", '"var." must not be empty.'],
    ["var-over.n=%20", "var-over.n", '"var-over.n" must not be empty.'],
    ["var-exists.n=maybe", "var-exists.n", '"var-exists.n" must be "yes" or "no".'],
    ["var.a%00=x", "var.a\0", '"var.a\0" must not contain NUL.'],
    ["var.a=x%00", "var.a", '"var.a" must not contain NUL.'],
    [`var.a=${"x".repeat(1001)}`, "var.a", '"var.a" is longer than 1000 characters.'],
    ["-q=a&q.all=b&q.all=c&q.all=d&q.all=e&q.all=f&q=g&q=h&q=i&q=j&q=k", "q", "A search can have at most 10 words"],
    [`-q=${"x".repeat(1000)}&q.all=y`, "q.all", "The search words are longer than 1000 characters in all."],
  ])("%s has the problem of %j", (search, parameter, message) => {
    const answer = read(search);
    expect(answer).toMatchObject({ ok: false, parameter });
    expect(answer.ok ? "" : answer.message).toContain(message);
  });

  it("have 100 values at most, 200 of keys, 100 tests of variables", () => {
    const many = (name: string, count: number) =>
      read(Array.from({ length: count }, (_, place) => `${name}=${place}`).join("&"));
    expect(many("label", 100)).toMatchObject({ ok: true });
    expect(many("label", 101)).toEqual({
      ok: false,
      parameter: "label",
      message: '"label" has more than 100 values.',
    });
    expect(many("key", 200)).toMatchObject({ ok: true });
    expect(many("key", 201)).toMatchObject({ ok: false, message: '"key" has more than 200 values.' });
    expect(many("var.a", 100)).toMatchObject({ ok: true });
    expect(many("var.a", 101)).toMatchObject({ ok: false, message: '"var." has more than 100 values.' });
  });

  it("have names and values of variables of up to 1,000 characters", () => {
    const long = "x".repeat(1000);
    expect(read(`var.${long}=${long}`)).toMatchObject({ ok: true });
    expect(read(`var.${long}x=a`)).toMatchObject({ ok: false });
    expect(read(`var.a=${long}x`)).toMatchObject({ ok: false });
    expect(read("var-not.a=")).toMatchObject({ ok: true });
    expect(read("var-contains.a=")).toMatchObject({ ok: false });
  });

  it("have ten texts of 1,000 characters in all", () => {
    expect(read("q=a&q=b&q=c&q=d&q=e&q=f&q=g&q=h&q=i&-q=j")).toMatchObject({ ok: true });
    expect(read(`q=${"x".repeat(999)}&q.all=y&q.all=z`)).toMatchObject({ ok: false });
    expect(read(`q=${"x".repeat(998)}&q.all=y&q.all=z`)).toMatchObject({ ok: true });
  });

  it("have each value once, as it is kept", () => {
    const wanted: ConversationFilters = {
      ...noFilters,
      status: ["open"],
      label: ["a", "A"],
      q: ["x"],
      variables: [
        { name: "a", test: "is", value: "1" },
        { name: "a", test: "not", value: "1" },
        { name: "a", test: "is", value: "2" },
      ],
    };
    const search = "status=OPEN&status=open&label=a&label=A&label=a&q=%20&q.all=x&var.a=1&var-not.a=1&var.a=1&var.a=2";
    expect(read(search)).toEqual({ ok: true, filters: wanted });
    expect(read("q=x&q.all=y")).toMatchObject({ filters: { q: ["x"], "q.all": ["y"] } });
    expect(read("q.all=x&q.all=y")).toMatchObject({ filters: { q: [], "q.all": ["x", "y"] } });
  });

  it("are known by their names", () => {
    for (const name of ["label", "-label", "label.all", "q.all", "var.a", "var.", "var-contains.x", "closedBy"]) {
      expect(isFilterName(name), name).toBe(true);
    }
    for (const name of ["", "colour", "-created", "bot.all", "label.any", "closed-by", "var", "constructor"]) {
      expect(isFilterName(name), name).toBe(false);
    }
    expect(filterNamed("-label")).toMatchObject({ key: "label", how: "none", isList: true });
    expect(filterNamed("label.all")).toMatchObject({ key: "label", how: "all" });
    expect(filterNamed("created")).toMatchObject({ key: "created", how: "any", isList: false });
    expect(filterNamed("colour")).toBeNull();
    expect(() => filterOf("colour" as FilterName)).toThrow('Unknown filter "colour".');
  });
});
