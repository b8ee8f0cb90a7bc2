"use client";

import { useActorNames } from "@/components/actors/actor-names";
import { classNames } from "@/components/ui/class-names";
import { useNow } from "@/components/ui/hooks/use-now";
import type { Conversation } from "@/lib/conversation/conversation";
import { CauseLink } from "./cause-link";
import { handlingParts } from "./handling-parts";

interface HandlingLineProps {
  conversation: Conversation;
  /** Null while the conversation's first events are not loaded. */
  firstEventId: string | null;
  /** Whether this is the current state, in which a wait is still running. */
  atNow: boolean;
}

/** At the top of the state: who handled the conversation, and how long each took. Renders nothing if there are no such facts. */
export function HandlingLine({ conversation, firstEventId, atNow }: HandlingLineProps) {
  const nameOf = useActorNames();
  const ticking = useNow();
  const now = atNow ? ticking : Date.parse(conversation.lastEventAt);
  const parts = handlingParts({ conversation, firstEventId, nameOf, now });
  if (parts.length === 0) return null;
  return (
    <p
      data-handling=""
      suppressHydrationWarning
      className="tabular flex flex-wrap gap-x-1 border-b border-line px-4 py-1.5 text-xs text-muted"
    >
      {parts.map(({ text, eventId, isWaiting }, place) => (
        // Keeps a separator at the end of its line.
        <span key={text} className="inline-flex max-w-full gap-x-1">
          <CauseLink eventId={eventId} className={classNames("min-h-6 min-w-0", isWaiting && "text-warning")}>
            <span dir="auto" className="line-clamp-1">
              {place === 0 ? capitalised(text) : text}
            </span>
          </CauseLink>
          {place < parts.length - 1 && <span className="self-center text-faint"> · </span>}
        </span>
      ))}
    </p>
  );
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
