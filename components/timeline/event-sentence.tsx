"use client";

import { useActorNames } from "@/components/actors/actor-names";
import { JsonValue } from "@/components/values/json-value";
import { sentenceOf } from "@/lib/event-types/sentence";
import type { Event } from "@/lib/events/event";

const maxParts = 200;

/** The sentence of an event, with names emphasised. */
export function EventSentence({ event }: { event: Pick<Event, "type" | "payload"> }) {
  const nameOf = useActorNames();
  const parts = sentenceOf(event, nameOf);
  return (
    <>
      {parts.slice(0, maxParts).map((part, place) => {
        // The parts of a sentence never change and have no ids.
        const key = `${place}`;
        if (typeof part === "string") return <span key={key}>{part}</span>;
        if ("value" in part) return <JsonValue key={key} value={part.value} className="rounded bg-hover px-1 py-px" />;
        return <strong key={key}>{part.strong}</strong>;
      })}
      {parts.length > maxParts && " …"}
    </>
  );
}
