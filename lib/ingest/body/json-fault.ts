/** The syntax error of invalid JSON, and its position in UTF-16 units. */
export interface JsonFault {
  position: number;
  reason: string;
}

/**
 * Finds where a text that `JSON.parse` rejects stops being JSON; V8's message does not always contain the position. One pass
 * without recursion.
 */
export function findJsonFault(text: string): JsonFault {
  const open: Array<"{" | "["> = [];
  let expected: Expectation = "value";
  let position = 0;
  for (;;) {
    position = skipSpace(text, position);
    const sign = text[position];
    if (sign === undefined) break;
    const step: Step | null = nextStep(text, position, expected, open);
    if (step === null) return { position, reason: `expected ${wanted(expected, open)}, found ${nameOf(sign)}` };
    if ("fault" in step) return { position: step.at, reason: step.fault };
    position = step.end;
    expected = step.expected;
  }
  return { position: text.length, reason: `it ends where ${wanted(expected, open)} should follow` };
}

type Expectation = "value" | "value or end" | "key" | "key or end" | "colon" | "separator" | "nothing";
type Step = { end: number; expected: Expectation } | { at: number; fault: string };

function nextStep(text: string, position: number, expected: Expectation, open: Array<"{" | "[">): Step | null {
  const sign = text[position] ?? "";
  const after = (): Expectation => (open.length === 0 ? "nothing" : "separator");
  const close = (): Step => {
    open.pop();
    return { end: position + 1, expected: after() };
  };
  const within = open.at(-1);
  switch (expected) {
    case "colon":
      return sign === ":" ? { end: position + 1, expected: "value" } : null;
    case "separator":
      if (sign === ",") return { end: position + 1, expected: within === "{" ? "key" : "value" };
      return sign === (within === "{" ? "}" : "]") ? close() : null;
    case "key or end":
      if (sign === "}") return close();
      return sign === '"' ? string(text, position, "colon") : null;
    case "key":
      return sign === '"' ? string(text, position, "colon") : null;
    case "nothing":
      return null;
  }
  if (expected === "value or end" && sign === "]") return close();
  if (sign === "{" || sign === "[") {
    open.push(sign);
    return { end: position + 1, expected: sign === "{" ? "key or end" : "value or end" };
  }
  if (sign === '"') return string(text, position, after());
  scalar.lastIndex = position;
  const match = scalar.exec(text);
  return match === null ? null : { end: position + match[0].length, expected: after() };
}

const scalar = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/y;

function string(text: string, start: number, expected: Expectation): Step {
  for (let position = start + 1; position < text.length; position += 1) {
    const sign = text[position];
    if (sign === '"') return { end: position + 1, expected };
    if (text.charCodeAt(position) < 0x20) return { at: position, fault: `a string contains ${nameOf(sign ?? "")}` };
    if (sign !== "\\") continue;
    position += 1;
    // A truncated escape could have been a valid one.
    if (/^u[\da-f]{0,3}$/i.test(text.slice(position, position + 5))) break;
    if (text[position] === "u" && /^[\da-f]{4}$/i.test(text.slice(position + 1, position + 5))) position += 4;
    else if (position < text.length && !'"\\/bfnrt'.includes(text[position] ?? "")) {
      return { at: position - 1, fault: "a string contains an unknown escape" };
    }
  }
  return { at: text.length, fault: `unterminated string starting at character ${start + 1}` };
}

function wanted(expected: Expectation, open: ReadonlyArray<"{" | "[">): string {
  const end = open.at(-1) === "{" ? '"}"' : '"]"';
  switch (expected) {
    case "value":
      return "a value";
    case "value or end":
      return 'a value or "]"';
    case "key":
      return "a quoted key";
    case "key or end":
      return 'a quoted key or "}"';
    case "colon":
      return '":"';
    case "separator":
      return `"," or ${end}`;
    case "nothing":
      return "the end";
  }
}

function nameOf(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  return code < 0x20 ? `the control character U+${code.toString(16).padStart(4, "0").toUpperCase()}` : `"${sign}"`;
}

function skipSpace(text: string, from: number): number {
  let position = from;
  while (" \t\n\r".includes(text[position] ?? "x")) position += 1;
  return position;
}
