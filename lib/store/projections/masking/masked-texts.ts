import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import type { Event } from "@/lib/events/event";
import type { PersonalFields } from "@/lib/masking/mask-event";
import { maskedSearchText } from "@/lib/masking/masked-search-text";
import type { Masking } from "@/lib/masking/masking";
import { accentText } from "@/lib/search/accent-text";
import { foldText } from "@/lib/search/fold-for-search";
import { type Columns, columnList, jsonList, jsonRows, overwriteAll, type Row } from "@/lib/store/connection/json-rows";
import type { Statements } from "@/lib/store/connection/statements";

const columns = {
  eventId: "bigint",
  conversationId: "bigint",
  searchText: "text",
  accentText: "text",
} satisfies Columns;

/** More rows or characters are written at once, so that a long conversation needs little memory. */
const mostRows = 500;
const mostCharacters = 1_000_000;

/** An event to mask. */
export interface MaskableEvent {
  id: bigint;
  conversationId: bigint;
  event: Event;
  /** Its searchable text, folded. */
  searchText: string;
  fields: PersonalFields;
}

/** Writes the masked searchable texts of events. */
export class MaskedTexts {
  readonly #transaction: Statements;
  readonly #dialect: Dialect;
  #rows: Row<typeof columns>[] = [];
  #characters = 0;

  constructor(transaction: Statements, dialect: Dialect) {
    this.#transaction = transaction;
    this.#dialect = dialect;
  }

  /** Masks an event; one without personal data needs no row. */
  async mask({ id, conversationId, event, searchText, fields }: MaskableEvent, masking: Masking): Promise<void> {
    const masked = maskedSearchText(event, { searchText, fields, masking });
    if (masked === null) return;
    const folded = foldText(masked);
    this.#rows.push({ eventId: id, conversationId, searchText: folded.plain, accentText: accentText(folded) });
    this.#characters += masked.length;
    if (this.#rows.length >= mostRows || this.#characters >= mostCharacters) await this.write();
  }

  async write(): Promise<void> {
    const rows = this.#rows;
    this.#rows = [];
    this.#characters = 0;
    if (rows.length === 0) return;
    await this.#transaction.$executeRaw`
      INSERT INTO "MaskedText" (${columnList(columns)})
      SELECT ${columnList(columns)} FROM ${jsonRows(this.#dialect, columns, rows)} WHERE true
      ON CONFLICT ("eventId") DO UPDATE SET ${overwriteAll(columns, "eventId")}`;
  }

  /** Deletes the texts of conversations. */
  async clear(conversationIds: readonly bigint[]): Promise<void> {
    const list = jsonList(this.#dialect, "bigint", conversationIds);
    await this.#transaction.$executeRaw`DELETE FROM "MaskedText" WHERE "conversationId" IN (${list})`;
  }
}
