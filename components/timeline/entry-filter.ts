import { actorVoice, type Voice } from "@/components/ui/actor-voice";
import { categoryOf, eventCategories } from "@/lib/event-types/category-of";
import type { Event } from "@/lib/events/event";

export const entryVoices = ["visitor", "bot", "agent", "system"] as const satisfies readonly Voice[];

/** The entries that the timeline shows; null for all. */
export interface EntryFilter {
  /** Ids of categories: lib/events/event-category.ts. */
  kinds: readonly string[] | null;
  voices: readonly Voice[] | null;
}

export function passes(event: Event, { kinds, voices }: EntryFilter): boolean {
  return (
    (kinds === null || kinds.includes(categoryOf(event).id)) &&
    (voices === null || voices.includes(actorVoice(event.actor)))
  );
}

export interface EntryCounts {
  /** The number of entries per category among the selected voices, and vice versa. */
  kinds: Record<string, number>;
  voices: Record<Voice, number>;
  /** Number of hidden entries. */
  hidden: number;
}

export function countEntries(events: readonly Event[], { kinds, voices }: EntryFilter): EntryCounts {
  const counts: EntryCounts = {
    kinds: Object.fromEntries(eventCategories.map(({ id }) => [id, 0])),
    voices: { visitor: 0, bot: 0, agent: 0, system: 0 },
    hidden: 0,
  };
  for (const event of events) {
    const [kind, voice] = [categoryOf(event).id, actorVoice(event.actor)];
    const [kindPasses, voicePasses] = [
      kinds === null || kinds.includes(kind),
      voices === null || voices.includes(voice),
    ];
    if (voicePasses) counts.kinds[kind] = (counts.kinds[kind] ?? 0) + 1;
    if (kindPasses) counts.voices[voice] += 1;
    if (!(kindPasses && voicePasses)) counts.hidden += 1;
  }
  return counts;
}

/** The selection after toggling one of `all`; null if that selects all of them. */
export function toggled<Item>(chosen: readonly Item[] | null, item: Item, all: readonly Item[]): Item[] | null {
  const known = chosen ?? all;
  const next = known.includes(item)
    ? known.filter((one) => one !== item)
    : all.filter((one) => one === item || known.includes(one));
  return next.length === all.length ? null : next;
}
