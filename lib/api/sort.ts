import { z } from "zod";

const orders = [
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
] as const;

/** A list's order: a column, with `-` for descending. Ties are told apart by the conversation's age in the database. */
export const conversationSort = z.enum(orders, `must be one of ${orders.join(", ")}`);

export type ConversationSort = z.infer<typeof conversationSort>;

export const defaultSort: ConversationSort = "-lastEventAt";
