import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ConversationFilters, filterNames, filterOf, noFilters } from "@/lib/filters/conversation-filters";
import type { FilterKey } from "@/lib/filters/filters";
import type { FilterDefinition } from "@/lib/filters/kinds/filter-definition";
import { readFilters } from "@/lib/filters/read-filters";
import { searchesOf, searchNames, searchProblem } from "@/lib/filters/searches";
import { variableTestNames } from "@/lib/filters/values/variable-filter";
import { writeFilters } from "@/lib/filters/write-filters";
import { formatFilters } from "./format-filters";
import { parseFilterText } from "./parse-filter-text";

const read = (text: string) => {
  const { filters, problems } = parseFilterText(text);
  const set = Object.entries(filters).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify({ ...noFilters }[name]),
  );
  return { filters: Object.fromEntries(set), problems };
};

const throughUrl = (filters: ConversationFilters): ConversationFilters => {
  const back = readFilters(new URLSearchParams(writeFilters(filters).toString()));
  if (!back.ok) throw new Error(back.message);
  return back.filters;
};

describe("a text", () => {
  it.each<[string, Partial<ConversationFilters>]>([
    ["", {}],
    ["  refund ", { q: ["refund"] }],
    ['constructor or __proto__ "OR"', { "q.all": ["constructor", "or", "__proto__", "OR"] }],
    ['refund "two words"', { "q.all": ["refund", "two words"] }],
    ["Status:OPEN", { status: ["open"] }],
    ['label:"needs review" label:vip', { label: ["needs review", "vip"] }],
    ["-assignee:none -label=bug status!=closed", { "-assignee": ["none"], "-label": ["bug"], "-status": ["closed"] }],
    ["label.all:a label.all:b", { "label.all": ["a", "b"] }],
    [
      "created:7d active:>=2024-01-01 messages:>10 duration<1h",
      { created: "7d", active: ">=2024-01-01", messages: ">10", duration: "<1h" },
    ],
    [
      "handed-over:yes -notes:yes gaps:FALSE closedBy:bot",
      { handedOver: "yes", notes: "no", gaps: "no", closedBy: ["bot"] },
    ],
    ['-refund -"two words"', { "-q": ["refund", "two words"] }],
    ["text:a text:b c", { q: ["a", "b"], "q.all": ["c"] }],
    ['"a \\"b\\" \\\\ \\c"', { q: ['a "b" \\ \\c'] }],
    [
      '10:30 https://example.com/a?b=c a=b 5" - --x',
      { "q.all": ["10:30", "https://example.com/a?b=c", "a=b", '5"', "-"], "-q": ["-x"] },
    ],
    [
      "label:“needs review” „two words“ «trois mots»",
      { label: ["needs review"], "q.all": ["two words", "trois mots"] },
    ],
    ['-”två ord” “mixed"', { "-q": ["två ord"], q: ["mixed"] }],
    ['"a “b” c" 5” it’s', { "q.all": ["a “b” c", "5”", "it’s"] }],
    ["返金 ４２", { "q.all": ["返金", "４２"] }],
    ["refund refund", { q: ["refund"] }],
    ["a a b c d e f g h i j", { "q.all": ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"] }],
    ["-a -a", { "-q": ["a"] }],
    ['" refund "', { q: ["refund"] }],
    ["myvar.plan", { q: ["myvar.plan"] }],
    ["label:a label:a", { label: ["a"] }],
    ["label:a ".repeat(101), { label: ["a"] }],
    ["humanwait:>5m FIRST-REPLY<1h", { wait: ">5m", firstReply: "<1h" }],
    ['label:" "', { label: [" "] }],
    ["created=7d messages=5", { created: "7d", messages: "5" }],
    ["created:7d created=7d", { created: "7d" }],
    ["notes:yes notes:y", { notes: "yes" }],
    [
      "var.plan=pro var.plan=pro var.plan=free",
      {
        variables: [
          { name: "plan", test: "is", value: "pro" },
          { name: "plan", test: "is", value: "free" },
        ],
      },
    ],
  ])("%s", (text, filters) => {
    expect(read(text)).toEqual({ filters, problems: [] });
  });

  it.each<[string, ConversationFilters["variables"][number]]>([
    ["var.plan=pro", { name: "plan", test: "is", value: "pro" }],
    ["VAR.Plan:Pro", { name: "Plan", test: "is", value: "Pro" }],
    ['var.plan=""', { name: "plan", test: "is", value: "" }],
    ["-var.plan=pro", { name: "plan", test: "not", value: "pro" }],
    ["-var.plan!=pro", { name: "plan", test: "is", value: "pro" }],
    ["var.plan=*", { name: "plan", test: "is", value: "*" }],
    ["var.plan~*", { name: "plan", test: "contains", value: "*" }],
    ["var.orders=>5", { name: "orders", test: "is", value: ">5" }],
    ["var.plan:a>b", { name: "plan", test: "is", value: "a>b" }],
    ["var.plan:!=a=b", { name: "plan", test: "not", value: "a=b" }],
    ["var.plan!=pro", { name: "plan", test: "not", value: "pro" }],
    ["var.plan~pr", { name: "plan", test: "contains", value: "pr" }],
    ["var.plan:~pr", { name: "plan", test: "contains", value: "pr" }],
    ["var.plan:*", { name: "plan", test: "exists", value: "yes" }],
    ["-var.plan:*", { name: "plan", test: "exists", value: "no" }],
    ['var.plan:"*"', { name: "plan", test: "is", value: "*" }],
    ["var.orders>10", { name: "orders", test: "over", value: "10" }],
    ["var.orders:>=10", { name: "orders", test: "min", value: "10" }],
    ["var.orders<=10", { name: "orders", test: "max", value: "10" }],
    ['var.orders:">10"', { name: "orders", test: "is", value: ">10" }],
    ['var."the plan: now"="pro max"', { name: "the plan: now", test: "is", value: "pro max" }],
    ["var.“the plan”=„pro max“", { name: "the plan", test: "is", value: "pro max" }],
  ])("%s is about a variable", (text, variable) => {
    expect(read(text)).toEqual({ filters: { variables: [variable] }, problems: [] });
  });

  it.each<[string, [start: number, end: number], RegExp, string?]>([
    ["refund labl:vip", [7, 11], /Unknown filter "labl"/, "label"],
    ["colour:red", [0, 10], /Unknown filter "colour"/, '"colour:red"'],
    ["C:\\temp", [0, 7], /Unknown filter "C"/, '"C:\\\\temp"'],
    ["status:opne", [0, 11], /must be "open" or "closed"/, "status:open"],
    ["created:soon", [0, 12], /"created" must be/],
    ["created:2024-02-02..2024-02-01", [0, 30], /"created" must be/],
    ["messages:many", [0, 13], /"messages" must be/],
    ["x messages:many y", [2, 15], /"messages" must be/],
    ["a b c d e f g h i j text:k", [20, 26], /at most 10/],
    ["label:", [0, 6], /^"label" needs a value\.$/],
    ["status:", [0, 7], /^"status" needs a value, such as status:open\.$/],
    ['created:" "', [0, 11], /needs a value/],
    ['text:" "', [0, 8], /needs a value/],
    ["a colour:red b", [2, 12], /Unknown filter "colour"/, '"colour:red"'],
    ["label>3", [0, 7], /doesn't support >/, "label:3"],
    ["-created:7d", [0, 11], /can't be negated/],
    ["-label.all:a", [0, 12], /can't be negated/],
    ["notes:maybe", [0, 11], /must be "yes" or "no"/],
    ["notes>yes", [0, 9], /doesn't support >/],
    ["from>2024-01-01", [0, 15], /doesn't support >/],
    ["created~7d", [0, 10], /doesn't support ~/],
    ["messages~5", [0, 10], /doesn't support ~/],
    ["created:", [0, 8], /needs a value/],
    ["created:7d created:1d", [11, 21], /only once/],
    ["var.=x", [0, 6], /Add the variable's name/],
    ["var.plan=", [0, 9], /needs a value/, "var.plan:*"],
    ["-var.orders>5", [0, 13], /only with =/, "var.orders<=5"],
    ["-var.orders<5", [0, 13], /only with =/, "var.orders>=5"],
    ["-var.orders>=5", [0, 14], /only with =/, "var.orders<5"],
    ["-var.orders<=5", [0, 14], /only with =/, "var.orders>5"],
    ["-var.plan~pro", [0, 13], /only with =/],
    ['label:"needs re', [15, 15], /Closing quotation mark/, '"'],
    ['""', [0, 2], /Add text/],
    ['"  "', [0, 4], /Add text/],
    ["“”", [0, 2], /Add text/],
    ["label:“needs re", [15, 15], /Closing quotation mark/, '"'],
    ["a b c d e f g h i j k", [20, 21], /at most 10/],
    ["a b c d e text:f text:g -h -i -j -k", [33, 35], /at most 10/],
    [`${"a".repeat(600)} ${"b".repeat(401)}`, [601, 1002], /longer than 1000/],
    ["x".repeat(20_001), [0, 20_001], /longer than 20,000/],
    ["label:a\0b", [0, 9], /NUL/],
    ["handed-over:constructor", [0, 23], /must be "yes" or "no"/],
    ["refund OR parcel", [7, 9], /text:a text:b/, '"OR"'],
    ["refund AND", [7, 10], /apply together anyway/, '"AND"'],
    ["NOT refund", [0, 3], /a minus/, '"NOT"'],
    ["var.plan refund", [0, 8], /Add a value/, "var.plan:*"],
    ['-var.a"b', [0, 8], /Add a value/, '-var."a\\"b":*'],
  ])("%s has a problem", (text, [start, end], message, suggestion) => {
    const { problems } = read(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ at: { start, end }, message: expect.stringMatching(message) });
    expect(problems[0]?.suggestion).toBe(suggestion);
  });

  it("of 20,000 characters is parsed, a longer one is not split into tokens", () => {
    const text = `status:open ${" ".repeat(20_000 - 12)}`;
    expect(parseFilterText(text)).toMatchObject({ filters: { status: ["open"] }, problems: [] });
    expect(parseFilterText(`${text} `)).toMatchObject({ filters: noFilters, tokens: [] });
  });

  it("has at most 100 values of a filter", () => {
    const labels = Array.from({ length: 101 }, (_, place) => `label:${place}`);
    expect(parseFilterText(labels.slice(0, 100).join(" "))).toMatchObject({ problems: [] });
    const text = `-colour:red ${labels.join(" ")}`;
    const { filters, problems, tokens } = parseFilterText(text);
    expect(filters).toEqual(noFilters);
    expect(problems).toMatchObject([
      { at: { start: 0, end: 11 }, message: expect.stringContaining("Unknown filter") },
      { at: { start: 0, end: text.length }, message: '"label" has more than 100 values.' },
    ]);
    expect(tokens).toHaveLength(102);
  });

  it("keeps valid terms next to invalid ones", () => {
    expect(read("status:open labl:vip refund").filters).toEqual({ status: ["open"], q: ["refund"] });
  });

  it("is valid after accepting a suggestion", () => {
    for (const text of [
      "refund labl:vip",
      "colour:red",
      "C:\\temp",
      "status:opne",
      "-var.orders>5",
      'label:"needs re',
      "label>3",
      "a OR b",
      "-NOT",
      "-var.plan",
      'var.a"b',
    ]) {
      const [problem] = read(text).problems;
      const { start, end } = problem?.at ?? { start: 0, end: 0 };
      expect(read(text.slice(0, start) + (problem?.suggestion ?? "") + text.slice(end)).problems, text).toEqual([]);
    }
  });
});

const word = fc
  .oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }),
    fc.constantFrom(
      "none",
      "-x",
      '"',
      "\\",
      'a"b',
      "a b",
      "var.x=1",
      "label:x",
      "*",
      ">5",
      "=x",
      "10:30",
      "https://a.b/c",
      " ",
      "ünïcode 返金",
      "“x”",
      "«",
      "a„b“",
      "＂",
      "-",
      "--",
      "~a",
      '\\"',
      "\n",
      "\u00a0",
    ),
  )
  .map((text) => text.replaceAll("\0", "").toWellFormed() || "x");
const words = fc.uniqueArray(word, { maxLength: 3 });
const said = fc.uniqueArray(
  word.filter((text) => text.trim() !== ""),
  { maxLength: 3 },
);
const someWords = fc.oneof({ arbitrary: fc.constant<string[]>([]), weight: 4 }, { arbitrary: said, weight: 1 });
const variable = fc
  .record({ name: word, test: fc.constantFrom(...variableTestNames), value: word })
  .map(({ name, test, value }) => ({
    name,
    test,
    value:
      test === "exists"
        ? value.length > 1
          ? "yes"
          : "no"
        : test === "is" || test === "not" || value.trim() !== ""
          ? value
          : "x",
  }));
const samples: Record<Exclude<FilterDefinition["kind"], "list">, readonly string[]> = {
  "yes or no": ["yes", "no"],
  moment: ["2024-01-01", "2024-02-20 10:00", "2024-02-10T05:00:00+05:45"],
  moments: [
    "7d",
    "2024-01-31",
    "2024-01-01..2024-01-31",
    ">=2024-01-01",
    "> 2024-01-01",
    "..2024-01-01 10:00",
    "today",
    "30d..7d",
  ],
  count: ["10", ">10", "5..20", "<= 3"],
  duration: ["<1h", "10m..2h", ">=1h30m"],
};

const parts: Partial<Record<FilterKey, readonly string[]>> = {
  weekday: ["mon", "tue@Asia/Kathmandu"],
  hour: ["0", "17@Europe/Berlin"],
};

/** Values for every filter in the table, including new ones. */
const anyValues = Object.fromEntries(
  filterNames.map((name): [string, fc.Arbitrary<unknown>] => {
    const { key, definition } = filterOf(name);
    const { kind, only = parts[key], read, example } = definition;
    if (kind !== "list") return [name, fc.option(fc.constantFrom(...samples[kind]), { nil: null })];
    // All texts that are searched for share one limit.
    if (searchNames.some((one) => one === name)) return [name, someWords];
    // Ids with slashes between them.
    if (only === undefined && "problem" in read("/"))
      return [name, fc.uniqueArray(fc.constantFrom(example, `${example}2`), { maxLength: 2 })];
    return [name, only === undefined ? words : fc.uniqueArray(fc.constantFrom(...only), { maxLength: 2 })];
  }),
);

const anyFilters = fc
  .record({ ...anyValues, variables: fc.array(variable, { maxLength: 4 }) })
  .filter((given) => searchProblem(searchesOf({ ...noFilters, ...given })) === null)
  // Normalized, as from a URL.
  .map((given) => throughUrl({ ...noFilters, ...given }));

describe("filters", () => {
  it.each<[Partial<ConversationFilters>, string]>([
    [{ q: ["refund"] }, "refund"],
    [{ q: ["refund", "parcel"] }, "text:refund text:parcel"],
    [{ q: ["refund"], "q.all": ["parcel"] }, "text:refund parcel"],
    [{ q: ["two words"], "-q": ["x"] }, '-x "two words"'],
    [{ q: ["AND"] }, '"AND"'],
    [{ q: ["ANDES"] }, "ANDES"],
    [{ q: ["SAND"] }, "SAND"],
    [{ q: ["var.plan"] }, '"var.plan"'],
    [{ q: ["a var.plan"] }, '"a var.plan"'],
    [{ q: ["-x"] }, '"-x"'],
    [{ q: ["myvar.plan"] }, "myvar.plan"],
    [{ label: ["vip", "needs review"], "-label": ["x"] }, 'label:vip label:"needs review" -label:x'],
    [{ label: [">5"] }, 'label:">5"'],
    [{ created: "7d", messages: ">10", duration: "<1h" }, "created:7d messages:>10 duration:<1h"],
    [{ status: ["open"], "-status": ["closed"], notes: "yes" }, "status:open -status:closed notes:yes"],
    [{ variables: [{ name: "plan", test: "min", value: "5" }], q: ["x"] }, "var.plan>=5 x"],
  ])("%j has the text: %s", (given, text) => {
    expect(formatFilters({ ...noFilters, ...given })).toBe(text);
  });

  it("round-trip through text", () => {
    fc.assert(
      fc.property(anyFilters, (filters) => {
        expect(parseFilterText(formatFilters(filters))).toMatchObject({ filters, problems: [] });
      }),
      { numRuns: 300 },
    );
  });

  it("of any text are stable: text, filters, URL, filters, text", () => {
    const piece = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 6 }),
      fc.constantFrom(
        "status:",
        "label:",
        "-",
        "var.",
        '"',
        "=",
        ":",
        " ",
        "\\",
        ">",
        "created:7d",
        "*",
        "~",
        "text:",
        "-label:",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const { filters } = parseFilterText(pieces.join(""));
        const written = formatFilters(throughUrl(filters));
        expect(throughUrl(filters)).toEqual(filters);
        expect(parseFilterText(written)).toMatchObject({ filters, problems: [] });
        expect(formatFilters(parseFilterText(written).filters)).toBe(written);
      }),
      { numRuns: 500 },
    );
  });

  it("and problems cover everything that was typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const { tokens, problems, filters } = parseFilterText(text);
        let place = 0;
        for (const { start, end } of tokens) {
          expect(text.slice(place, start).trim()).toBe("");
          expect(end).toBeGreaterThan(start);
          place = end;
        }
        expect(text.slice(place).trim()).toBe("");
        if (tokens.length > 0 && problems.length === 0) expect(filters).not.toEqual(noFilters);
      }),
    );
  });
});
