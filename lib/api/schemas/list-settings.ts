import { z } from "zod";
import {
  densities,
  forms,
  isKnownColumn,
  type ListSettings,
  mostColumns,
  narrowestColumn,
  widestColumn,
} from "@/lib/api/list-settings";
import { facetName } from "./facets";

const column = z.strictObject({
  id: z.string().refine(isKnownColumn),
  width: z.int().min(narrowestColumn).max(widestColumn),
});

/** Layout of the conversation list, as part of a saved view. */
export const listSettings = z.strictObject({
  form: z.enum(forms),
  density: z.enum(densities),
  facets: z.boolean(),
  openFacets: z.array(facetName).max(50),
  columns: z
    .array(column)
    .min(1)
    .max(mostColumns)
    .refine((columns) => new Set(columns.map(({ id }) => id)).size === columns.length),
}) satisfies z.ZodType<ListSettings>;
