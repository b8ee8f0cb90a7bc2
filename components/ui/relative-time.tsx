"use client";

import { useNow } from "@/components/ui/hooks/use-now";
import { exactTime, relativePhrase, relativeTime } from "./format-time";
import { Tooltip } from "./tooltip";

export interface RelativeTimeProps {
  /** ISO 8601 UTC, as in the API. */
  iso: string;
  /** "2 min ago" rather than "2m". */
  inSentence?: boolean | undefined;
  className?: string | undefined;
}

/** A relative time, updated live; on hover the exact time in the user's time zone and in UTC. */
export function RelativeTime({ iso, inSentence = false, className }: RelativeTimeProps) {
  const now = useNow();
  return (
    <Tooltip label={<ExactTime iso={iso} />}>
      <time dateTime={iso} className={className} suppressHydrationWarning>
        {inSentence ? relativePhrase(iso, now) : relativeTime(iso, now)}
      </time>
    </Tooltip>
  );
}

function ExactTime({ iso }: { iso: string }) {
  return (
    <span className="tabular">
      {exactTime(iso)}
      <span className="block opacity-70">{iso}</span>
    </span>
  );
}
