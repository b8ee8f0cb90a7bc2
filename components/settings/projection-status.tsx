"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { RelativeTime } from "@/components/ui/relative-time";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import { SettingsRow, SettingsRows } from "./settings-rows";

const askEveryMs = 2000;

/** Events in the log that lists and pages do not show yet, and why. */
export function ProjectionStatus() {
  const { data } = useQuery({ ...queryOf(endpoints.getProjection), refetchInterval: askEveryMs });
  if (data === undefined) return null;
  const { unprojectedEvents, failed } = data;
  return (
    <>
      <p className="text-sm tabular-nums">
        {unprojectedEvents === 0
          ? "Every stored event is projected."
          : `${unprojectedEvents} stored ${unprojectedEvents === 1 ? "event is" : "events are"} not projected yet.`}
      </p>
      {failed.length > 0 && (
        <>
          <p className="text-sm text-muted">
            The database refused a row of these conversations. Their events are stored, and they are tried again every
            minute.
          </p>
          <SettingsRows label="Failed conversations">
            {failed.map(({ conversationKey, reason, failedAt }) => (
              <SettingsRow
                key={conversationKey}
                title={
                  <Link
                    dir="auto"
                    href={`/conversations/${encodeURIComponent(conversationKey)}`}
                    className="truncate underline"
                  >
                    {conversationKey}
                  </Link>
                }
                detail={
                  <>
                    {reason} (<RelativeTime iso={failedAt} inSentence />)
                  </>
                }
              />
            ))}
          </SettingsRows>
        </>
      )}
    </>
  );
}
