"use client";

import type { LucideIcon } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { EntryStar } from "@/components/bookmarks/entry-star";
import { MoreFields } from "@/components/messages/more-fields";
import { classNames } from "@/components/ui/class-names";
import { unreadOfEvent } from "@/lib/event-types/unfamiliar/unread-of-event";
import type { Event } from "@/lib/events/event";
import { EntryTime, RawButton } from "./entry-actions";

interface SystemLineProps {
  icon: LucideIcon;
  event: Event;
  children: ReactNode;
  /** The words are cut rather than continued on further lines. */
  isOneLine?: boolean | undefined;
  /** Opens below the line. */
  below?: ReactNode;
}

/** A change that nobody said: small, in the middle where one line has room for it. Further lines begin where the first does. */
export function SystemLine({ icon: Icon, event, children, isOneLine = false, below }: SystemLineProps) {
  const more = useMemo(() => unreadOfEvent(event), [event]);
  return (
    <div className="flex flex-col items-center gap-0.5">
      <div className="contained flex max-w-full items-start gap-1.5 text-xs text-muted">
        <span aria-hidden="true" className="hidden w-13.5 shrink-0 @lg:block" />
        <Icon aria-hidden="true" className="mt-0.5 size-3.5 shrink-0 text-faint" />
        <div
          className={classNames(
            "min-w-0 text-start [&_strong]:font-semibold [&_strong]:text-text [&_strong]:[unicode-bidi:plaintext]",
            isOneLine && "flex",
          )}
        >
          {children}&ensp;
          <EntryTime event={event} />
        </div>
        <EntryStar event={event} />
        <RawButton event={event} />
      </div>
      {below}
      <MoreFields fields={more} />
    </div>
  );
}
