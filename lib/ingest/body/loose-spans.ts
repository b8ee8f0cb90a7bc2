import { sign, stringEnd } from "@/lib/json/json-text";
import { blankEnd } from "@/lib/json/strict-json";
import type { Span } from "./json-spans";

/**
 * The ranges of the events in a body that is not valid JSON as a whole: truncated, with an extra comma, or with an event that
 * lacks a bracket. Finds them as `events` of an object, as elements of a list, as single objects, and in a sequence of such
 * values; after an error it resumes at the start of the next event. Together with white space and brackets around them, the
 * ranges cover the text from the first event on, so that nothing is skipped. Empty if there are no events. `isClosed`: whether
 * all brackets around them are closed.
 */
export function looseSpans(text: string): { spans: Span[]; isClosed: boolean } {
  const scanner = new LooseScanner(text);
  return { spans: scanner.values(), isClosed: scanner.isClosed };
}

/** The start of an event after the previous one. */
const nextEvent = /,\s*(?=\{\s*"(?:event|conversation|account|visitor|timestamp)"\s*:)/g;
const structure = /["{}[\]/]/g;

class LooseScanner {
  isClosed = true;
  /** Each error costs a scan up to it: after this many characters, the rest is one invalid event. */
  private budget: number;

  constructor(private readonly text: string) {
    this.budget = 8 * text.length + 1000;
  }

  values(): Span[] {
    const spans: Span[] = [];
    let position = blankEnd(this.text, 0);
    while (position < this.text.length) {
      const found = this.value(position);
      if (found === null) {
        // The text after the last valid value.
        if (spans.length > 0) spans.push(this.rest(position));
        return spans;
      }
      for (const span of found.spans) spans.push(span);
      position = blankEnd(this.text, found.end);
      if (this.text.charCodeAt(position) === sign.comma) position = blankEnd(this.text, position + 1);
    }
    return spans;
  }

  private value(start: number): { spans: Span[]; end: number } | null {
    const code = this.text.charCodeAt(start);
    if (code === sign.openBracket) {
      const { spans, end } = this.elements(start);
      return { spans: spans.flatMap((span) => this.eventsWithin(span)), end };
    }
    return code === sign.openBrace ? this.object(start) : null;
  }

  /** The events of a delivery in a list of deliveries; else the value itself. */
  private eventsWithin(span: Span): Span[] {
    if (this.text.charCodeAt(span.start) !== sign.openBrace) return [span];
    const member = this.member(span.start, "events");
    return member === null ? [span] : this.elements(member).spans;
  }

  private object(start: number): { spans: Span[]; end: number } | null {
    const events = this.member(start, "events");
    if (events !== null) {
      const { spans, end } = this.elements(events);
      return { spans, end: this.closing(end) };
    }
    if (this.member(start, "event") === null) return null;
    const end = this.valueEnd(start);
    return { spans: [end === null ? this.rest(start) : { start, end }], end: end ?? this.text.length };
  }

  /** The start of a list or object in a member of the object; null if it is missing, or after an error. */
  private member(start: number, wanted: string): number | null {
    const { text } = this;
    let position = blankEnd(text, start + 1);
    while (text.charCodeAt(position) === sign.quote) {
      const keyEnd = stringEnd(text, position);
      const key = text.slice(position + 1, keyEnd - 1);
      const colon = blankEnd(text, keyEnd);
      if (text.charCodeAt(colon) !== sign.colon) return null;
      const value = blankEnd(text, colon + 1);
      const opens = text.charCodeAt(value) === (wanted === "events" ? sign.openBracket : sign.openBrace);
      if (key === wanted && opens) return value;
      const end = this.valueEnd(value);
      if (end === null) return null;
      position = blankEnd(text, end);
      if (text.charCodeAt(position) !== sign.comma) return null;
      position = blankEnd(text, position + 1);
    }
    return null;
  }

  private elements(open: number): { spans: Span[]; end: number } {
    const { text } = this;
    const spans: Span[] = [];
    let position = blankEnd(text, open + 1);
    while (position < text.length) {
      const code = text.charCodeAt(position);
      if (code === sign.closeBracket) return { spans, end: position + 1 };
      if (code === sign.comma) {
        position = blankEnd(text, position + 1);
        continue;
      }
      const end = this.valueEnd(position);
      const after = end === null ? text.length : blankEnd(text, end);
      const isWhole = end !== null && end > position && ",]{".includes(text[after] ?? ",");
      const span = isWhole ? { start: position, end } : this.upToNext(position);
      spans.push(span);
      position = blankEnd(text, span.end);
    }
    this.isClosed = false;
    return { spans, end: text.length };
  }

  private upToNext(start: number): Span {
    nextEvent.lastIndex = start + 1;
    const next = this.budget > 0 ? nextEvent.exec(this.text) : null;
    return next === null ? this.rest(start) : { start, end: next.index };
  }

  private rest(start: number): Span {
    // `trimEnd` also removes spaces that are not blanks of JSON; an empty range would be found again and again.
    const length = this.text.slice(start).trimEnd().length;
    return { start, end: start + Math.max(length, 1) };
  }

  /** The position after the closing bracket of the object around an `events` list. */
  private closing(from: number): number {
    const { text } = this;
    let position = blankEnd(text, from);
    while (text.charCodeAt(position) === sign.comma) {
      const key = blankEnd(text, position + 1);
      const colon = text.charCodeAt(key) === sign.quote ? blankEnd(text, stringEnd(text, key)) : key;
      const end = text.charCodeAt(colon) === sign.colon ? this.valueEnd(blankEnd(text, colon + 1)) : null;
      if (end === null) return position;
      position = blankEnd(text, end);
    }
    if (text.charCodeAt(position) === sign.closeBrace) return position + 1;
    this.isClosed = false;
    return position;
  }

  /** The end of a value, determined by its brackets alone; null if they do not match. */
  private valueEnd(start: number): number | null {
    const { text } = this;
    const open: number[] = [];
    let position = start;
    while (position < text.length) {
      structure.lastIndex = position;
      const at = open.length === 0 ? position : (structure.exec(text)?.index ?? text.length);
      this.budget -= at - position + 1;
      const code = text.charCodeAt(at);
      if (code === sign.openBrace || code === sign.openBracket) {
        open.push(code + 2);
        position = at + 1;
      } else if (code === sign.closeBrace || code === sign.closeBracket) {
        if (open.pop() !== code) return null;
        position = at + 1;
      } else if (code === sign.quote) {
        position = stringEnd(text, at);
        this.budget -= position - at;
        if (text.charCodeAt(position - 1) !== sign.quote || position === at + 1) return null;
      } else if (open.length === 0) {
        position = bareEnd(text, at);
      } else {
        position = Math.max(at + 1, blankEnd(text, at));
      }
      if (open.length === 0) return position;
    }
    return null;
  }
}

const bare = /[^\s,\]}]*/y;

function bareEnd(text: string, start: number): number {
  bare.lastIndex = start;
  return start + (bare.exec(text)?.[0].length ?? 0);
}
