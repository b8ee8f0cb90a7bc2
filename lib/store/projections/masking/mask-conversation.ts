import "server-only";
import type { FoldState } from "@/lib/conversation/fold-state";
import { getOwn } from "@/lib/conversation/set-own";
import { toConversation } from "@/lib/conversation/to-conversation";
import type { Dialect } from "@/lib/env/database-url";
import { searchTextOf } from "@/lib/event-types/search-text";
import type { Event } from "@/lib/events/event";
import { type KnownValue, KnownValues } from "@/lib/masking/known-values";
import { maskTitle, maskVariable } from "@/lib/masking/mask-conversation";
import { personalFieldsOf, personalValuesOf } from "@/lib/masking/mask-event";
import { maskText } from "@/lib/masking/mask-text";
import type { Masking } from "@/lib/masking/masking";
import type { MaskingSettings } from "@/lib/masking/masking-settings";
import { PersonalValues } from "@/lib/masking/personal-values";
import { accentText } from "@/lib/search/accent-text";
import { foldForSearch, foldText } from "@/lib/search/fold-for-search";
import type { Statements } from "@/lib/store/connection/statements";
import { readLog, toEvent } from "@/lib/store/log/read-log";
import { writeNames } from "@/lib/store/masking/masked-names";
import type { ConversationChange } from "@/lib/store/projections/conversation-change";
import type { LogEntry } from "@/lib/store/reads/read-entries";
import { shorten } from "@/lib/store/reads/shorten";
import { likePattern } from "@/lib/store/search/like-pattern";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { MaskedLabels } from "./masked-labels";
import { MaskedTexts } from "./masked-texts";
import type { MaskRow, StoredMask } from "./save-masks";

/** With more new values at once, the whole conversation is masked again. */
const mostSearched = 30;

interface ProjectedEvent {
  id: bigint;
  conversationId: bigint;
  event: Event;
}

/** The outcome of masking events of a conversation. */
interface Masked {
  values: PersonalValues;
  known: KnownValues;
  /** Values became personal. */
  isGrown: boolean;
  /** All events up to this id are masked. */
  lastId: bigint;
}

/** Masks conversations within a transaction. */
export class Masker {
  readonly #transaction: Statements;
  readonly #settings: MaskingSettings;
  readonly #version: string;
  readonly #searchTexts: ReadonlyMap<bigint, string>;
  readonly #texts: MaskedTexts;
  readonly #labels: MaskedLabels;
  readonly #kept: ReadonlyMap<bigint, PersonalValues>;

  constructor(
    transaction: Statements,
    dialect: Dialect,
    current: {
      settings: MaskingSettings;
      version: string;
      searchTexts: ReadonlyMap<bigint, string>;
      /** By conversation, what its events no longer tell: a retention rule that masks it was stopped. */
      kept: ReadonlyMap<bigint, PersonalValues>;
    },
  ) {
    this.#transaction = transaction;
    this.#labels = new MaskedLabels(transaction, dialect);
    this.#settings = current.settings;
    this.#version = current.version;
    this.#searchTexts = current.searchTexts;
    this.#kept = current.kept;
    this.#texts = new MaskedTexts(transaction, dialect);
  }

  /** Masks the new events of a conversation, and what they make personal; without a current mask, all of its events. */
  async mask(
    change: ConversationChange,
    events: readonly ProjectedEvent[],
    stored: StoredMask | undefined,
  ): Promise<MaskRow> {
    const { eventCount } = change.after;
    const isNew = events.length > 0 && events.length === eventCount;
    const isCurrent = stored?.version === this.#version && stored.eventCount + events.length === eventCount;
    const before = isNew ? undefined : stored;
    const isKept = this.#kept.has(change.id);
    const wentOn = !isKept && (isNew || isCurrent) ? await this.#goOn(events, before) : null;
    const masked = wentOn ?? (await this.#maskWhole(change.id));
    this.#labels.add(change.after, masked.known);
    return this.#rowOf(change, masked, before);
  }

  /** Writes the masked texts, and the names of labels. */
  async finish(): Promise<void> {
    await this.#texts.write();
    await this.#labels.write();
  }

  /** Null if the new events change too much to go on from the stored mask. */
  async #goOn(events: readonly ProjectedEvent[], stored: StoredMask | undefined): Promise<Masked | null> {
    const values = new PersonalValues(stored?.personal);
    const before = stored === undefined ? null : new KnownValues(values.list);
    const found = events.map((one) => ({ ...one, fields: personalFieldsOf(one.event, this.#settings) }));
    const added = values.add(found.flatMap(({ fields }) => fields.values));
    const known = before !== null && added.length === 0 ? before : new KnownValues(values.list);
    const masking = { known, settings: this.#settings };
    const [first] = events;
    if (before !== null && added.length > 0 && first !== undefined) {
      const needles = newNeedles(before, known, added);
      if (needles === null) return null;
      await this.#maskEarlier(first, needles, masking);
    }
    for (const one of found) {
      const searchText = this.#searchTexts.get(one.id) ?? foldForSearch(searchTextOf(one.event));
      await this.#texts.mask({ ...one, searchText }, masking);
    }
    return { values, known, isGrown: added.length > 0, lastId: events.at(-1)?.id ?? 0n };
  }

  /** Masks the earlier events that contain one of these folded texts. */
  async #maskEarlier(
    { id: before, conversationId }: ProjectedEvent,
    needles: readonly string[],
    masking: Masking,
  ): Promise<void> {
    if (needles.length === 0) return;
    const holds = needles.map((text) => Prisma.sql`e."searchText" LIKE ${likePattern(text)} ESCAPE '\\'`);
    const rows = await this.#transaction.$queryRaw<(LogEntry & { searchText: string })[]>`
      SELECT e."id", e."conversationId", e."occurredAt", e."receivedAt", e."deliveryId", e."raw", e."editedBy", e."erasedAt", e."searchText"
      FROM "Event" e
      WHERE e."conversationId" = ${conversationId} AND e."id" < ${before} AND (${Prisma.join(holds, " OR ")})`;
    for (const row of rows) {
      const event = toEvent(row);
      const fields = personalFieldsOf(event, this.#settings);
      await this.#texts.mask(
        { id: BigInt(row.id), conversationId, event, searchText: row.searchText, fields },
        masking,
      );
    }
  }

  async #maskWhole(conversationId: bigint): Promise<Masked> {
    await this.#texts.clear([conversationId]);
    const log = () => readLog({ reader: this.#transaction }, conversationId);
    const values = new PersonalValues();
    values.add(this.#kept.get(conversationId)?.list ?? []);
    for await (const events of log()) for (const event of events) values.add(personalValuesOf(event, this.#settings));
    const known = new KnownValues(values.list);
    const masking = { known, settings: this.#settings };
    let lastId = 0n;
    for await (const events of log()) {
      for (const event of events) {
        const id = BigInt(event.id);
        if (id > lastId) lastId = id;
        const fields = personalFieldsOf(event, this.#settings);
        const searchText = foldForSearch(searchTextOf(event));
        await this.#texts.mask({ id, conversationId, event, searchText, fields }, masking);
      }
    }
    return { values, known, isGrown: true, lastId };
  }

  /** The variables whose current values masked viewers do not see. */
  #maskedVariables({ variables }: FoldState, known: KnownValues): string[] {
    const masking = { known, settings: this.#settings };
    return Object.entries(variables).flatMap(([name, variable]) =>
      maskVariable(variable, name, masking) === variable ? [] : [shorten(name)],
    );
  }

  /** The mask's row, with the conversation's own searchable text: masked viewers find neither names nor contact details. */
  #rowOf(
    { id, before, after }: ConversationChange,
    { values, known, isGrown, lastId }: Masked,
    stored: StoredMask | undefined,
  ): MaskRow {
    const { title, visitor, key, externalKey } = toConversation(after);
    const masking = { known, settings: this.#settings };
    const shown = maskTitle({ title, names: [visitor.name, visitor.email, visitor.phone] }, masking);
    const isSame = stored !== undefined && !isGrown && before !== null && hasSameVariables(before, after);
    const shownKey = externalKey === null ? null : maskText(externalKey, known);
    const searched = [shown, key, shownKey].filter((text) => text !== null).map(foldText);
    const accented = searched.map(accentText).filter((text) => text !== null);
    return {
      conversationId: id,
      version: this.#version,
      eventId: lastId,
      eventCount: after.eventCount,
      personal: stored !== undefined && !isGrown ? stored.personal : values.toString(),
      searchText: searched.map(({ plain }) => plain).join("\n"),
      accentText: accented.length === 0 ? null : accented.join("\n"),
      variables: isSame ? stored.variables : writeNames(this.#maskedVariables(after, known)),
    };
  }
}

/** The folded texts that are personal only now; null if there are too many, or phone numbers, which have several spellings. */
function newNeedles(before: KnownValues, now: KnownValues, added: readonly KnownValue[]): string[] | null {
  if (now.isTooMany && !before.isTooMany) return null;
  if (before.isTooMany) return [];
  if (now.phones.length > before.phones.length || now.countries.length > before.countries.length) return null;
  const known = new Set(before.needles);
  const needles = new KnownValues(added).needles.filter((text) => !known.has(text));
  return needles.length > mostSearched ? null : needles;
}

function hasSameVariables(before: FoldState, after: FoldState): boolean {
  const names = Object.keys(after.variables);
  return (
    names.length === Object.keys(before.variables).length &&
    names.every((name) => getOwn(before.variables, name)?.eventId === getOwn(after.variables, name)?.eventId)
  );
}
