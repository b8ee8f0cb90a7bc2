import "server-only";
import type { Access } from "@/lib/access/scope";
import type { SearchHit, SearchHits } from "@/lib/conversation/conversation";
import { rowOf } from "@/lib/event-types/row-of";
import { searchTextOf } from "@/lib/event-types/search-text";
import type { Event } from "@/lib/events/event";
import type { Speaker } from "@/lib/filters/kinds/condition";
import { eachEvent } from "@/lib/queries/conversations/each-event";
import { findMatches } from "@/lib/search/find-matches";
import { foldText } from "@/lib/search/fold-for-search";
import { snippetOf } from "@/lib/search/snippet";
import { store } from "@/lib/store/connection/client";
import { readHits, readStoredEvents } from "@/lib/store/reads/read-hits";
import type { ConversationListing } from "@/lib/store/reads/read-listings";
import type { Masks } from "@/lib/store/reads/read-masks";
import { eventSeen, textSeen, titleSeen } from "./seen";

const shownAtMost = 3;

/** A search text, optionally restricted to one speaker. */
export interface Search {
  text: string;
  by: Speaker | null;
}

/**
 * The hits of any of the search texts in each conversation of a page, by id. If the page's conversations are very long in total,
 * some have no hits.
 */
export async function hitsOfSearch(
  access: Access,
  listings: readonly ConversationListing[],
  searches: readonly Search[],
  masks: Masks | null,
): Promise<Map<bigint, SearchHits>> {
  const wanted = searches.filter(({ text }) => foldText(text).plain !== "");
  if (wanted.length === 0) return new Map();
  const needles = [...new Set(wanted.map(({ text }) => text))];
  const anywhere = wanted.filter(({ by }) => by === null).map(({ text }) => text);
  const terms = wanted.map(({ text, by }) => ({ sought: foldText(text), by }));
  const found = await readHits(store(), access, listings, terms, shownAtMost);
  const events = await hitsOfEvents(
    [...found.values()].flatMap(({ first }) => first),
    needles,
    masks,
  );
  return new Map(
    listings.flatMap((listing) => {
      const ofEvents = found.get(listing.id);
      if (ofEvents === undefined) return [];
      const fields = fieldsOf(listing, masks).flatMap(({ kind, text }) => hitIn(text, anywhere, { kind }) ?? []);
      const first = [...ofEvents.first.flatMap((id) => events.get(id) ?? []), ...fields].slice(0, shownAtMost);
      return [[listing.id, { count: ofEvents.count + fields.length, first }] as const];
    }),
  );
}

async function hitsOfEvents(
  ids: readonly bigint[],
  needles: readonly string[],
  masks: Masks | null,
): Promise<Map<bigint, SearchHit>> {
  const hits = new Map<bigint, SearchHit>();
  for await (const event of eachEvent(eventsOf(ids, masks))) {
    const about = { eventId: event.id, kind: kindOf(event), by: event.actor, at: event.occurredAt };
    // An event that is parsed differently than when it was stored (`npm run rebuild` fixes that) is shown without a mark.
    const hit = hitIn(event.text, needles, about) ?? hitIn(searchTextOf(event), needles, about);
    hits.set(BigInt(event.id), hit ?? { ...about, ...snippetOf(event.text, { start: 0, end: 0 }) });
  }
  return hits;
}

async function* eventsOf(ids: readonly bigint[], masks: Masks | null): AsyncGenerator<Event[]> {
  for await (const rows of readStoredEvents(store(), ids)) {
    yield rows.map((row) => eventSeen(row, masks));
  }
}

/** Answers are identified by the platform's rule: docs/support-hunt/webhook.md §4. */
function kindOf({ type, messageType, recognised }: Event): SearchHit["kind"] {
  const row = rowOf({ type, recognised });
  if (row === "note") return "note";
  if (row !== "message") return "event";
  return messageType?.endsWith(".response") ? "answer" : "message";
}

/** The searchable fields of a conversation, in addition to its events. */
function fieldsOf(
  listing: ConversationListing,
  masks: Masks | null,
): { kind: SearchHit["kind"]; text: string | null }[] {
  const { title, visitorName, visitorEmail, visitorPhone, key, externalKey } = listing;
  const keys = [
    { kind: "key", text: key },
    {
      kind: "key",
      text: externalKey === null || externalKey === key ? null : textSeen(listing.id, externalKey, masks),
    },
  ] as const;
  const shownTitle = { kind: "title", text: titleSeen(listing, masks) } as const;
  if (masks !== null) return [shownTitle, ...keys];
  return [
    shownTitle,
    // A conversation without a title uses its visitor's name.
    { kind: "visitor", text: visitorName === title ? null : visitorName },
    { kind: "visitor", text: visitorEmail },
    { kind: "visitor", text: visitorPhone },
    ...keys,
  ];
}

function hitIn(
  text: string | null,
  needles: readonly string[],
  { eventId = null, kind, by = null, at = null }: Pick<SearchHit, "kind"> & Partial<SearchHit>,
): SearchHit | null {
  const [match] = text === null ? [] : findMatches(text, needles, 1);
  return text === null || match === undefined ? null : { eventId, kind, ...snippetOf(text, match), by, at };
}
