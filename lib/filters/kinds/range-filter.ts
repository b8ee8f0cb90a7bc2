import type { KnownConversation } from "@/lib/filters/known-conversation";
import {
  countRangeWords,
  durationRangeWords,
  momentRangeWords,
  type Range,
  readCountRange,
  readDurationRange,
  readMomentRange,
} from "@/lib/filters/values/range";
import { readText } from "@/lib/filters/values/read-value";
import { now } from "@/lib/time/instant";
import type { Condition } from "./condition";
import type { FilterDefinition, ValueRead } from "./filter-definition";

export interface RangeInput<Column extends string>
  extends Pick<FilterDefinition, "label" | "help" | "description" | "example" | "box" | "aliases" | "values"> {
  condition: (range: Range) => Condition<Column>;
  /** A naive evaluation of the number, or of each of several; null if there is none. */
  value: (conversation: KnownConversation) => bigint | null | readonly (bigint | null)[];
}

type RangeKind = "moment" | "moments" | "count" | "duration";

/** A filter by a range of a number. */
export function rangeFilter<Column extends string, const Kind extends RangeKind>(
  kind: Kind,
  readRange: (text: string) => Range | null,
  problem: string,
  { condition, value: numberOf, ...words }: RangeInput<Column>,
) {
  const ofKnown = (text: string) => readRange(text) ?? { from: 0n, to: -1n };
  return {
    ...words,
    kind,
    read: (text: string): ValueRead => {
      const read = readText(text);
      return "problem" in read || readRange(text) !== null ? read : { problem };
    },
    condition: (text: string) => condition(ofKnown(text)),
    matches: (conversation: KnownConversation, text: string) => {
      const { from, to } = ofKnown(text);
      const values = [numberOf(conversation)].flat();
      return values.some((value) => value !== null && (from === null || value >= from) && (to === null || value <= to));
    },
  } as const satisfies FilterDefinition<Column>;
}

/** Days, times and ranges of them, in microseconds since 1970. */
export function momentsFilter<Column extends string>(input: Omit<RangeInput<Column>, "values">) {
  const values = ["today", "yesterday", "24h", "7d", "30d", "90d"];
  return rangeFilter("moments", (text) => readMomentRange(text, now()), momentRangeWords, { ...input, values });
}

export function countFilter<Column extends string>(input: RangeInput<Column>) {
  return rangeFilter("count", readCountRange, countRangeWords, input);
}

/** Durations, in microseconds. */
export function durationFilter<Column extends string>(input: RangeInput<Column>) {
  return rangeFilter("duration", readDurationRange, durationRangeWords, input);
}
