import { z } from "zod";

/** `GET /rebuild`: what is being derived again from the event log, after an upgrade or by `npm run rebuild`. */
export const rebuildState = z.object({
  data: z.array(
    z.object({
      projection: z.string(),
      done: z.int(),
      /** An estimate while events arrive. */
      total: z.int(),
    }),
  ),
});

export type RebuildState = z.infer<typeof rebuildState>;
