import "server-only";
import { can } from "@/lib/access/permissions";
import type { Access } from "@/lib/access/scope";
import type { Event } from "@/lib/events/event";
import { KnownValues } from "@/lib/masking/known-values";
import { maskEvent, personalValuesOf } from "@/lib/masking/mask-event";
import type { Masking } from "@/lib/masking/masking";
import type { MaskingSettings } from "@/lib/masking/masking-settings";
import { PersonalValues } from "@/lib/masking/personal-values";
import type { Store } from "@/lib/store/connection/client";
import { jsonList } from "@/lib/store/connection/json-rows";
import { readLog } from "@/lib/store/log/read-log";
import { readMaskingSettings } from "@/lib/store/masking/masking-settings";
import { readMaskValues } from "@/lib/store/retention/mask-values";

/** Masks conversations for a viewer without the permission `personal`. */
export class Masks {
  readonly settings: MaskingSettings;
  readonly #values: ReadonlyMap<bigint, PersonalValues>;
  readonly #eventIds: ReadonlyMap<bigint, bigint>;
  readonly #known = new Map<bigint, KnownValues>();

  constructor(
    settings: MaskingSettings,
    values: ReadonlyMap<bigint, PersonalValues>,
    eventIds: ReadonlyMap<bigint, bigint>,
  ) {
    this.settings = settings;
    this.#values = values;
    this.#eventIds = eventIds;
  }

  /** The masking of a conversation that was among those asked for. */
  of(conversationId: bigint): Masking {
    const known = this.#known.get(conversationId) ?? new KnownValues(this.#valuesOf(conversationId).list);
    this.#known.set(conversationId, known);
    return { settings: this.settings, known };
  }

  /** The personal values of a conversation. */
  values(conversationId: bigint): PersonalValues {
    return this.#valuesOf(conversationId);
  }

  /** Events of a conversation, masked; also by what events reveal that are not projected yet. */
  events(conversationId: bigint, events: readonly Event[]): Event[] {
    const upTo = this.#eventIds.get(conversationId) ?? 0n;
    const later = events.filter(({ id }) => BigInt(id) > upTo);
    const added = this.#valuesOf(conversationId).add(later.flatMap((event) => personalValuesOf(event, this.settings)));
    if (added.length > 0) this.#known.delete(conversationId);
    const masking = this.of(conversationId);
    return events.map((event) => maskEvent(event, masking));
  }

  #valuesOf(conversationId: bigint): PersonalValues {
    const values = this.#values.get(conversationId);
    if (values === undefined) throw new Error("The masks of this conversation were not read.");
    return values;
  }
}

/** What masks these conversations; null for a viewer with the permission `personal`, who sees everything. */
export async function readMasks(store: Store, access: Access, ids: readonly bigint[]): Promise<Masks | null> {
  if (can(access, "personal")) return null;
  const { reader, dialect } = store;
  const { settings, version } = await readMaskingSettings(store);
  const wanted = [...new Set(ids)];
  const rows = await reader.$queryRaw<{ conversationId: bigint; eventId: bigint; personal: string }[]>`
    SELECT "conversationId", "eventId", "personal" FROM "ConversationMask"
    WHERE "conversationId" IN (${jsonList(dialect, "bigint", wanted)}) AND "version" = ${version}`;
  const values = new Map(
    rows.map(({ conversationId, personal }) => [BigInt(conversationId), new PersonalValues(personal)]),
  );
  const eventIds = new Map(rows.map(({ conversationId, eventId }) => [BigInt(conversationId), BigInt(eventId)]));
  // While the projection is rebuilt, the log tells.
  for (const id of wanted) {
    if (values.has(id)) continue;
    const kept = await readMaskValues(reader, id);
    values.set(id, await addPersonalValues(kept, readLog(store, id), settings));
  }
  return new Masks(settings, values, eventIds);
}

async function addPersonalValues(
  values: PersonalValues,
  log: AsyncIterable<readonly Event[]>,
  settings: MaskingSettings,
): Promise<PersonalValues> {
  for await (const events of log) for (const event of events) values.add(personalValuesOf(event, settings));
  return values;
}

/** A conversation's log, masked unless the viewer sees everything. */
export async function* maskedLog(
  masks: Masks | null,
  conversationId: bigint,
  log: AsyncIterable<Event[]>,
): AsyncGenerator<Event[]> {
  for await (const events of log) yield masks === null ? events : masks.events(conversationId, events);
}
