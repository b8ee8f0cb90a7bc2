"use client";

import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { EntryStar } from "@/components/bookmarks/entry-star";
import type { Event } from "@/lib/events/event";
import { EntryTime, RawButton } from "./entry-actions";

interface SystemLineProps {
  icon: LucideIcon;
  event: Event;
  children: ReactNode;
}

/** A change that nobody said: small, centred, one line where it fits. */
export function SystemLine({ icon: Icon, event, children }: SystemLineProps) {
  return (
    <p className="flex items-center justify-center gap-1.5 text-xs text-muted">
      <span aria-hidden="true" className="w-11.5 shrink-0" />
      <Icon aria-hidden="true" className="size-3.5 shrink-0 text-faint" />
      <span className="min-w-0 text-center [overflow-wrap:anywhere] [&_strong]:font-semibold [&_strong]:text-text">
        {children} <EntryTime event={event} className="ml-1" />
      </span>
      <EntryStar event={event} />
      <RawButton event={event} />
    </p>
  );
}
