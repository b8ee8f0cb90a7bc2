"use client";

import { Badge } from "@/components/ui/badge";
import { exactTime } from "@/components/ui/format-time";
import { useNow } from "@/components/ui/hooks/use-now";
import { formatDuration } from "@/lib/time/duration";

const minute = 60_000;

/** How long the visitor has waited for the assigned human or team, updated live. `since` is ISO 8601 UTC. */
export function WaitingBadge({ since }: { since: string }) {
  const length = Math.max(0, useNow() - Date.parse(since));
  const duration = length < minute ? "< 1 min" : formatDuration(length - (length % minute));
  return (
    <Badge
      tone="warning"
      title={`Waiting since ${exactTime(since)}`}
      className="tabular h-5 text-2xs"
      suppressHydrationWarning
    >
      waiting {duration}
    </Badge>
  );
}
