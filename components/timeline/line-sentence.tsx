"use client";

import { useState } from "react";
import { plainSentence, sentenceOf } from "@/lib/event-types/sentence";
import type { Event } from "@/lib/events/event";
import { EventSentence } from "./event-sentence";

/** In characters: about three lines. */
const longest = 300;

/** What an event says; a long sentence is clamped, and shown in full on demand. */
export function LineSentence({ event }: { event: Event }) {
  const [isWhole, setWhole] = useState(false);
  const isLong = plainSentence(sentenceOf(event)).length > longest;
  if (!isLong) return <EventSentence event={event} />;
  return (
    <>
      <span dir="auto" className={isWhole ? undefined : "line-clamp-3 print:line-clamp-none"}>
        <EventSentence event={event} />
      </span>
      <button
        type="button"
        aria-expanded={isWhole}
        onClick={() => setWhole(!isWhole)}
        className="mr-1 min-h-6 rounded underline underline-offset-2 hover:text-text print:hidden"
      >
        {isWhole ? "Show less" : "Show all"}
      </button>
    </>
  );
}
