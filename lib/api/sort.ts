import { z } from "zod";

/** A list's order: a column, with `-` for descending. Ties are told apart by the conversation's age in the database. */
export const conversationSort = z.enum([
  "-lastEventAt",
  "lastEventAt",
  "-createdAt",
  "createdAt",
  "-eventCount",
  "eventCount",
  "-messages",
  "messages",
  "-duration",
  "duration",
]);

export type ConversationSort = z.infer<typeof conversationSort>;

export const defaultSort: ConversationSort = "-lastEventAt";
