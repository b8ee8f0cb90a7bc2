import { z } from "zod";

/**
 * `GET /counts`: the number of conversations in the inbox's tabs with the other filters. `status` and `assignee=none` are
 * ignored, because the tabs set them. `unassigned` counts open ones. Counts are exact if `countedAtMost` is null. A text search
 * counts only the latest `countedAtMost` conversations: if `all` equals it, each count is a lower bound.
 */
export const counts = z.object({
  open: z.int(),
  unassigned: z.int(),
  closed: z.int(),
  all: z.int(),
  countedAtMost: z.int().nullable(),
});

export type Counts = z.infer<typeof counts>;
