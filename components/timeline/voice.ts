import { actorVoice, type Voice as SpokenVoice } from "@/components/ui/actor-voice";
import type { Event } from "@/lib/events/event";

/** Whose hue an event carries, the same in the timeline, the strip and the durations. */
export type Voice = SpokenVoice | "note";

/** The hue of one event: messages by who spoke, notes amber, everything else quiet. */
export function voiceOf(event: Event): Voice {
  if (event.type === "note") return "note";
  return event.type === "message" ? actorVoice(event.actor) : "system";
}
