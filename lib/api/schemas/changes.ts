import { z } from "zod";

/**
 * `GET /changes?after={cursor}`, and the data of each `change` of `GET /live`: what was stored after that cursor. Without
 * `after`, only the current cursor.
 */
export const changes = z.object({
  cursor: z
    .string()
    .describe("Pass it as `after` in the next request. IDs grow in commit order, so nothing is skipped or repeated."),
  conversationKeys: z.array(z.string()),
  events: z.int(),
});

export type Changes = z.infer<typeof changes>;
