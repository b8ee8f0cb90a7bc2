import { z } from "zod";
import { type ValueList, valueLists } from "@/lib/filters/values/value-sources";

const offered = z.object({ value: z.string(), name: z.string() });

// The list has one entry per member.
const lists = Object.fromEntries(valueLists.map((name) => [name, z.array(offered)])) as Record<
  ValueList,
  z.ZodArray<typeof offered>
>;

/** `GET /filters`: suggested values of the list's filters: `value` for the URL, `name` for display. */
export const offeredValues = z.object({
  ...lists,
  /** The names of variables; their values are facets (`GET /facets`). */
  variable: z.array(offered),
});

export type OfferedValues = z.infer<typeof offeredValues>;
export type OfferedValue = z.infer<typeof offered>;
