import fc from "fast-check";
import { expect, it } from "vitest";
import { complete, completionsAt } from "./completions-at";
import { parseFilterText } from "./parse-filter-text";

/** `|` is the caret. */
function at(marked: string) {
  const caret = marked.indexOf("|");
  const text = marked.replace("|", "");
  return { text, caret, completion: completionsAt(text, caret) };
}

it.each([
  ["|", { kind: "name", prefix: "" }],
  ["status:open |", { kind: "name", prefix: "" }],
  ["sta|", { kind: "name", prefix: "sta" }],
  ["-lab|", { kind: "name", prefix: "lab" }],
  ["-|", { kind: "name", prefix: "" }],
  ["sta|tus:open", { kind: "name", prefix: "sta" }],
  ["label:|", { kind: "value", field: { filter: "label" }, prefix: "" }],
  ["-label:ne|", { kind: "value", field: { filter: "label" }, prefix: "ne" }],
  ['label:"needs re|', { kind: "value", field: { filter: "label" }, prefix: "needs re" }],
  ['label:"needs| review"', { kind: "value", field: { filter: "label" }, prefix: "needs" }],
  ["messages:>|", { kind: "value", field: { filter: "messages" }, prefix: ">" }],
  ["var.pl|", { kind: "variable name", prefix: "pl" }],
  ["var.|plan=pro", { kind: "variable name", prefix: "" }],
  ["var.plan=p|", { kind: "variable value", name: "plan", prefix: "p" }],
  ["var.orders:>1|", { kind: "variable value", name: "orders", prefix: "1" }],
  ['var.plan="p|', { kind: "variable value", name: "plan", prefix: "p", at: { start: 9, end: 11 } }],
  ['var.orders=">1|"', { kind: "variable value", name: "orders", prefix: ">1", at: { start: 11, end: 15 } }],
  ["var.plan:a>b|", { kind: "variable value", name: "plan", prefix: "a>b" }],
  ['var."th|', { kind: "variable name", prefix: "th" }],
  ['var.a"b|', { kind: "variable name", prefix: 'a"b' }],
  ["myvar.pl|", { kind: "name", prefix: "myvar.pl" }],
  ['la|bel:"x"', { kind: "name", prefix: "la" }],
  ["http:|//x", { kind: "name", prefix: "http:" }],
  ["a | b", { kind: "name", prefix: "", at: { start: 2, end: 2 } }],
  ["a |label:b", { kind: "name", prefix: "", at: { start: 2, end: 2 } }],
  ["a  |  label:b", { kind: "name", prefix: "", at: { start: 3, end: 3 } }],
  ['"two wo|', null],
  ["colour:r|", null],
])("%s", (marked, wanted) => {
  const { completion } = at(marked);
  if (wanted === null) expect(completion).toBeNull();
  else expect(completion).toMatchObject(wanted);
});

it.each([
  ["sta|", "status", "status:|"],
  ["-lab| vip", "label", "-label:| vip"],
  ["lab|el>3", "messages", "messages|>3"],
  ["label:ne|", "needs review", 'label:"needs review" |'],
  ["label:ne| refund", "vip", "label:vip |refund"],
  ['label:"needs| review" refund', "vip", "label:vip |refund"],
  ["messages:>|", ">10", "messages:>10 |"],
  ["|", "var.", "var.|"],
  ["sta| label:x", "status", "status:| label:x"],
  ['label:"a|"b c', "vip", "label:vip |b c"],
  ["var.pl|", "plan", "var.plan=|"],
  ["var.pl|=pro", "plan", "var.plan|=pro"],
  ['var.plan="p|', "pro", "var.plan=pro |"],
  ["var.pl|", "the plan", 'var."the plan"=|'],
  ["var.plan=|", "", 'var.plan="" |'],
  ["var.plan:>|", "5", "var.plan:>5 |"],
])("%s becomes with %s: %s", (marked, choice, wanted) => {
  const { text, completion } = at(marked);
  if (completion === null) throw new Error("nothing to complete");
  const done = complete(text, completion, choice);
  expect(`${done.text.slice(0, done.caret)}|${done.text.slice(done.caret)}`).toBe(wanted);
});

it("offers nothing in text over the maximum length", () => {
  const text = `${"x".repeat(19_994)} label`;
  expect(text).toHaveLength(20_000);
  expect(completionsAt(text, 20_000)).toMatchObject({ kind: "name", prefix: "label" });
  expect(completionsAt(`${text}s`, 20_000)).toBeNull();
});

it("completes any value from the data in its filter", () => {
  const value = fc
    .string({ unit: "grapheme", minLength: 1 })
    .filter((text) => !text.includes("\0") && text.isWellFormed());
  fc.assert(
    fc.property(value, (choice) => {
      const completion = completionsAt("label:", 6);
      if (completion === null) throw new Error("nothing to complete");
      expect(parseFilterText(complete("label:", completion, choice).text)).toMatchObject({
        filters: { label: [choice] },
        problems: [],
      });
    }),
  );
});
