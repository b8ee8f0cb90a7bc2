"use client";

import type { LucideIcon } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { EntryStar } from "@/components/bookmarks/entry-star";
import { MoreFields } from "@/components/messages/more-fields";
import { unreadOfEvent } from "@/lib/event-types/unfamiliar/unread-of-event";
import type { Event } from "@/lib/events/event";
import { EntryTime, RawButton } from "./entry-actions";

interface SystemLineProps {
  icon: LucideIcon;
  event: Event;
  children: ReactNode;
}

/** A change that nobody said: small, centred, one line where it fits. */
export function SystemLine({ icon: Icon, event, children }: SystemLineProps) {
  const more = useMemo(() => unreadOfEvent(event), [event]);
  return (
    <div className="flex flex-col items-center gap-0.5">
      <p className="contained flex items-center justify-center gap-1.5 text-xs text-muted">
        <span aria-hidden="true" className="w-11.5 shrink-0" />
        <Icon aria-hidden="true" className="size-3.5 shrink-0 text-faint" />
        <span className="min-w-0 text-center [&_strong]:font-semibold [&_strong]:text-text [&_strong]:[unicode-bidi:plaintext]">
          {children} <EntryTime event={event} className="ml-1" />
        </span>
        <EntryStar event={event} />
        <RawButton event={event} />
      </p>
      <MoreFields fields={more} />
    </div>
  );
}
