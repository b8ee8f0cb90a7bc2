"use client";

import { useMarker } from "@/components/playhead/marker";
import { usePlayhead, usePlayheadControls } from "@/components/playhead/playhead";

/** Shown when a link contains an event of another conversation, rather than silently showing a different moment. */
export function StrayEventNotice() {
  const { strayEventId } = usePlayhead();
  const { backToNow } = usePlayheadControls();
  const marker = useMarker();
  if (strayEventId === null && marker.strayEventId === null) return null;
  const dismiss = () => {
    if (strayEventId !== null) backToNow();
    if (marker.strayEventId !== null) marker.remove();
  };
  return (
    <div
      role="status"
      className="flex shrink-0 items-center gap-2 border-b border-line bg-warning-soft px-4 py-1.5 text-sm text-warning"
    >
      {strayEventId === null
        ? `Event ${marker.strayEventId} in the link is not in this conversation, so nothing is compared.`
        : `Event ${strayEventId} in the link is not in this conversation. This is the current state.`}
      <button type="button" onClick={dismiss} className="ml-auto rounded underline underline-offset-2">
        Dismiss
      </button>
    </div>
  );
}
