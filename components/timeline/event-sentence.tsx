"use client";

import { useActorNames } from "@/components/actors/actor-names";
import { JsonValue } from "@/components/values/json-value";
import { sentenceOf } from "@/lib/event-types/sentence";
import type { Event } from "@/lib/events/event";

const longest = 200;

/** What an event says, with its names set off. */
export function EventSentence({ event }: { event: Pick<Event, "type" | "payload"> }) {
  const nameOf = useActorNames();
  const parts = sentenceOf(event, nameOf);
  return (
    <>
      {parts.slice(0, longest).map((part, place) => {
        // A sentence never changes, and its parts have no other names than their places.
        const key = `${place}`;
        if (typeof part === "string") return <span key={key}>{part}</span>;
        if ("value" in part) return <JsonValue key={key} value={part.value} className="rounded bg-hover px-1 py-px" />;
        return <strong key={key}>{part.strong}</strong>;
      })}
      {parts.length > longest && " …"}
    </>
  );
}
