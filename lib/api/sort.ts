import { z } from "zod";

const orders = [
  "-lastEventAt",
  "lastEventAt",
  "-createdAt",
  "createdAt",
  "-eventCount",
  "eventCount",
  "title",
  "-title",
  "-messages",
  "messages",
  "-duration",
  "duration",
  "-noteCount",
  "noteCount",
  "-gapCount",
  "gapCount",
] as const;

/** A list's order: a column, with `-` for descending. Ties are told apart by the conversation's age in the database. */
export const conversationSort = z.enum(orders, `must be one of ${orders.join(", ")}`);

export type ConversationSort = z.infer<typeof conversationSort>;

/** Whether the column holds texts, not times or numbers. */
export function isByText(sort: ConversationSort): sort is "title" | "-title" {
  return sort === "title" || sort === "-title";
}

export const defaultSort: ConversationSort = "-lastEventAt";
