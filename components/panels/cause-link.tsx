"use client";

import type { ReactNode } from "react";
import { usePlayheadControls } from "@/components/playhead/playhead";
import { classNames } from "@/components/ui/class-names";

interface CauseLinkProps {
  /** The event that set this value; null if unknown. */
  eventId: string | null | undefined;
  className?: string | undefined;
  children: ReactNode;
}

/** A value that links to the event that set it. */
export function CauseLink({ eventId, className, children }: CauseLinkProps) {
  const { moveToEvent } = usePlayheadControls();
  if (!eventId) return <span className={className}>{children}</span>;
  return (
    <button
      type="button"
      title="Go to the event that set this"
      onClick={() => moveToEvent(eventId)}
      className={classNames("rounded text-left hover:text-accent hover:underline", className)}
    >
      {children}
    </button>
  );
}
