import { actorVoice, type Voice as SpokenVoice } from "@/components/ui/actor-voice";
import { rowOf } from "@/lib/event-types/row-of";
import type { Event } from "@/lib/events/event";

/** The hue of an event, shared by the timeline, the strip and the durations. */
export type Voice = SpokenVoice | "note";

/** The hue of an event: messages by sender, notes amber, everything else neutral. */
export function voiceOf(event: Event): Voice {
  const row = rowOf(event);
  if (row === "note") return "note";
  return row === "message" ? actorVoice(event.actor) : "system";
}
