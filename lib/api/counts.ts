import { z } from "zod";

/**
 * `GET /counts`: how many conversations the inbox's tabs hold under the other filters. `status` is left aside, and so is
 * `assignee=none`, because they are what the tabs themselves set. `unassigned` are open ones.
 */
export const counts = z.object({ open: z.int(), unassigned: z.int(), closed: z.int(), all: z.int() });

export type Counts = z.infer<typeof counts>;
