import { z } from "zod";

/**
 * `GET /changes?after={cursor}`, and the data of each `change` of `GET /live`: what was stored after that cursor.
 * Without `after`, only the present cursor.
 */
export const changes = z.object({
  /** Where the next call continues: ids grow in commit order, so nothing is skipped and nothing comes twice. */
  cursor: z.string(),
  conversationKeys: z.array(z.string()),
  events: z.int(),
});

export type Changes = z.infer<typeof changes>;
