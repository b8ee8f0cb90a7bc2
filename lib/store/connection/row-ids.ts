/**
 * Tables whose `id` is SQLite's own number of the row: no second index, and half the work of a look-up. That takes the type
 * INTEGER, where Prisma writes and expects BIGINT for a `BigInt`; so what SQLite says of these columns is corrected for it.
 * A migration that makes one of these tables anew has to write INTEGER by hand.
 */
export const rowIdTables: ReadonlySet<string> = new Set([
  "Event",
  "Delivery",
  "DeliveryBody",
  "Conversation",
  "ConversationKey",
]);
