import { readMoment } from "@/lib/filters/values/moment";
import type { Range } from "@/lib/filters/values/range";
import { type RangeInput, rangeFilter } from "./range-filter";

/** A filter by the start or end of a time range: a date or a time. */
export function momentFilter<Column extends string>(edge: "start" | "end", input: Omit<RangeInput<Column>, "values">) {
  const readRange = (text: string): Range | null => {
    const moment = readMoment(text, edge);
    if (moment === null) return null;
    return edge === "start" ? { from: moment, to: null } : { from: null, to: moment };
  };
  return rangeFilter("moment", readRange, "must be a date (2023-09-01) or a time (2023-09-01T14:13:32Z)", input);
}
