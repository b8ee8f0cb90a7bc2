import { actorVoice, type Voice as SpokenVoice } from "@/components/ui/actor-voice";
import { rowOf } from "@/lib/event-types/row-of";
import type { Event } from "@/lib/events/event";

/** Whose hue an event carries, the same in the timeline, the strip and the durations. */
export type Voice = SpokenVoice | "note";

/** The hue of one event: messages by who spoke, notes amber, everything else quiet. */
export function voiceOf(event: Event): Voice {
  const row = rowOf(event);
  if (row === "note") return "note";
  return row === "message" ? actorVoice(event.actor) : "system";
}
