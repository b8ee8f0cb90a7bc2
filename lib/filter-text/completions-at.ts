import { type Field, fieldNamed } from "./fields";
import { fieldValue } from "./format-filters";
import { quote, quoteName } from "./quote";
import { type FilterToken, maxFilterTextLength, type Span, tokenise } from "./tokenise";

/** The part of the text that can be completed. */
export type Completion = {
  /** The part before the caret, without quotation marks. */
  prefix: string;
  /** The range that a completion replaces. */
  at: Span;
} & (
  | { kind: "name" }
  | { kind: "value"; field: Field }
  | { kind: "variable name" }
  | { kind: "variable value"; name: string }
);

/** What can be completed at the caret: a filter's name (or a word of text), a value or a variable's name; else null. */
export function completionsAt(text: string, caret: number): Completion | null {
  if (text.length > maxFilterTextLength) return null;
  const token = tokenise(text).find(({ end }) => caret <= end);
  // The token up to the caret.
  const written = token === undefined ? undefined : tokenise(text.slice(token.start, caret)).at(-1);
  if (token === undefined || written === undefined) return name("", { start: caret, end: caret });
  if (token.subject !== null && written.subject !== null) return valueAt(token, written.value.text);
  if (token.value.isQuoted && token.subject === null) return null;
  const start = token.isNegative || written.value.text === "-" ? token.start + 1 : token.start;
  const at = { start, end: token.subject?.end ?? token.end };
  const prefix = text.slice(start, caret);
  const variable = /^var\.(.*)/is.exec(prefix)?.[1];
  return variable === undefined
    ? name(prefix, at)
    : { kind: "variable name", prefix: variable.replace(/^["“”„‟«»＂]/, ""), at };
}

/** Inserts a completion and returns the new text with the caret's position. */
export function complete(text: string, completion: Completion, choice: string): { text: string; caret: number } {
  const { start, end } = completion.at;
  const rest = text.slice(end);
  const written = writtenChoice(completion, choice, /^(?:!=|>=|<=|[:=~<>])/.test(rest));
  const isDone = completion.kind === "value" || completion.kind === "variable value";
  // A space, so that the next term can be typed.
  const gap = isDone && !/^\s/.test(rest) ? " " : "";
  return { text: text.slice(0, start) + written + gap + rest, caret: start + written.length + (isDone ? 1 : 0) };
}

function writtenChoice(completion: Completion, choice: string, hasOperator: boolean): string {
  switch (completion.kind) {
    case "name":
      return hasOperator || choice === "var." ? choice : `${choice}:`;
    case "variable name":
      return `var.${quoteName(choice)}${hasOperator ? "" : "="}`;
    case "value":
      return fieldValue(completion.field, choice);
    case "variable value":
      return quote(choice);
  }
}

function name(prefix: string, at: Span): Completion {
  return { kind: "name", prefix, at };
}

function valueAt({ subject, value }: FilterToken, written: string): Completion | null {
  const { start, end } = value;
  if (subject.kind === "variable") {
    // The operator may follow the colon: `var.orders:>10`.
    const test = value.isQuoted ? "" : (/^(?:!=|>=|<=|[~<>])/.exec(written)?.[0] ?? "");
    const at = { start: start + test.length, end };
    return { kind: "variable value", name: subject.name, prefix: written.slice(test.length), at };
  }
  const field = fieldNamed(subject.name);
  return field === null ? null : { kind: "value", field, prefix: written, at: { start, end } };
}
