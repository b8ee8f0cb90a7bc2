import { z } from "zod";
import { type FacetName, isFacet, usualFacets } from "@/lib/api/facets";

export const facetName = z
  .string()
  .max(1000, "is longer than 1000 characters")
  .refine((given) => !given.includes("\0") && isFacet(given), {
    error: ({ input }) =>
      `must be one of ${usualFacets.join(", ")}, variables, var.<name>; not ${JSON.stringify(input)}`,
  })
  .transform((given) => given as FacetName);

export const facetNames = z
  .array(facetName)
  .max(50, "has more than 50 values")
  .default([])
  .describe(
    `Which: ${usualFacets.join(", ")} (all of these unless given), \`variables\` (the names of variables), \`var.<name>\` (a variable's values).`,
  );

const facet = z.object({
  facet: z.string(),
  /** Most frequent first. `value` is for the filter of the same name, `name` for display. */
  values: z.array(z.object({ value: z.string(), name: z.string(), count: z.int() })),
  /** There are more values than the limit. */
  hasMore: z.boolean(),
  /**
   * False if a text search matches more than 1,000 conversations: then only the latest are counted, each count is a lower bound,
   * and rare values may be missing.
   */
  isExact: z.boolean(),
});

/** `GET /facets`, in the requested order. */
export const facets = z.object({
  /** Maximum number of matching conversations counted: the most recently active. Null if all are counted. */
  countedAtMost: z.int().nullable(),
  facets: z.array(facet),
});

export type Facets = z.output<typeof facets>;
export type Facet = z.output<typeof facet>;
