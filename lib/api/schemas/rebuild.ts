import { z } from "zod";

/** `GET /rebuild`: projections being rebuilt. */
export const rebuildState = z.object({
  data: z.array(
    z.object({
      projection: z.string(),
      done: z.int(),
      total: z.int().describe("An estimate while events arrive."),
    }),
  ),
});

export type RebuildState = z.infer<typeof rebuildState>;
