import { actorVoice, type Voice } from "@/components/ui/actor-voice";
import type { Event } from "@/lib/events/event";
import { definitionOf } from "@/lib/messages/read-message";

/** What an entry is, as a reader tells entries apart. Each has exactly one kind. */
export const entryKinds = ["message", "prompt", "note", "variable", "label", "assignee", "status", "other"] as const;
export type EntryKind = (typeof entryKinds)[number];

export const entryVoices = ["visitor", "bot", "agent", "system"] as const satisfies readonly Voice[];

/** Which entries the timeline shows; null where all of them. */
export interface EntryFilter {
  kinds: readonly EntryKind[] | null;
  voices: readonly Voice[] | null;
}

const kindsOfTypes: Record<string, EntryKind> = {
  note: "note",
  variables: "variable",
  conversation_labels: "label",
  assignee_change: "assignee",
  status: "status",
  conversation_create: "status",
};

/** The kind of an event; `prompt` is what asks by its type, and what answers by it. */
export function entryKind({ type, messageType, recognised }: Event): EntryKind {
  if (!recognised) return "other";
  if (type !== "message") return kindsOfTypes[type] ?? "other";
  const definition = messageType === null ? null : definitionOf(messageType);
  const asks = (definition?.answeredBy ?? []).length > 0;
  return asks || messageType?.trim().toLowerCase().endsWith(".response") ? "prompt" : "message";
}

export function passes(event: Event, { kinds, voices }: EntryFilter): boolean {
  return (
    (kinds === null || kinds.includes(entryKind(event))) &&
    (voices === null || voices.includes(actorVoice(event.actor)))
  );
}

export interface EntryCounts {
  /** How many entries of each kind the chosen voices have, and the other way round. */
  kinds: Record<EntryKind, number>;
  voices: Record<Voice, number>;
  /** How many the filter leaves out. */
  hidden: number;
}

export function countEntries(events: readonly Event[], { kinds, voices }: EntryFilter): EntryCounts {
  const counts: EntryCounts = {
    kinds: { message: 0, prompt: 0, note: 0, variable: 0, label: 0, assignee: 0, status: 0, other: 0 },
    voices: { visitor: 0, bot: 0, agent: 0, system: 0 },
    hidden: 0,
  };
  for (const event of events) {
    const [kind, voice] = [entryKind(event), actorVoice(event.actor)];
    const [kindPasses, voicePasses] = [
      kinds === null || kinds.includes(kind),
      voices === null || voices.includes(voice),
    ];
    if (voicePasses) counts.kinds[kind] += 1;
    if (kindPasses) counts.voices[voice] += 1;
    if (!(kindPasses && voicePasses)) counts.hidden += 1;
  }
  return counts;
}

/** The choice after one of `all` was switched on or off; null when that makes it all of them. */
export function toggled<Item>(chosen: readonly Item[] | null, item: Item, all: readonly Item[]): Item[] | null {
  const known = chosen ?? all;
  const next = known.includes(item)
    ? known.filter((one) => one !== item)
    : all.filter((one) => one === item || known.includes(one));
  return next.length === all.length ? null : next;
}
