"use client";

import { usePlayhead, usePlayheadControls } from "@/components/playhead/playhead";

/** A link may name an event of another conversation: say so rather than show another moment in silence. */
export function StrayEventNotice() {
  const { strayEventId } = usePlayhead();
  const { backToNow } = usePlayheadControls();
  if (strayEventId === null) return null;
  return (
    <div
      role="status"
      className="flex shrink-0 items-center gap-2 border-b border-line bg-warning-soft px-4 py-1.5 text-sm text-warning"
    >
      The link’s event {strayEventId} is not in this conversation: this is its state now.
      <button type="button" onClick={backToNow} className="ml-auto rounded underline underline-offset-2">
        Dismiss
      </button>
    </div>
  );
}
