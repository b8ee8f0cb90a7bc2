"use client";

import { useTimeDisplay } from "@/components/times/time-display";

/** Marks the playhead's position in the timeline: the state panel shows the state right after the event above. */
export function AsOfLine({ at }: { at: string | null }) {
  const { clock } = useTimeDisplay();
  if (at === null) return null;
  return (
    <p
      data-as-of=""
      className="tabular flex items-center gap-2 pt-2 text-2xs whitespace-nowrap text-accent before:h-px before:flex-1 before:bg-accent after:h-px after:w-4 after:bg-accent print:hidden"
    >
      state is as of here · {clock(at)}
    </p>
  );
}
