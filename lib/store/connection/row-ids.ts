/**
 * Tables whose `id` is SQLite's rowid, which saves a second index and half of each lookup. The column's type must be INTEGER,
 * but Prisma writes and expects BIGINT for a `BigInt`, so the type that SQLite reports for these columns is corrected. A
 * migration that recreates one of these tables must write INTEGER by hand.
 */
export const rowIdTables: ReadonlySet<string> = new Set([
  "Event",
  "Delivery",
  "DeliveryBody",
  "Conversation",
  "ConversationKey",
]);
