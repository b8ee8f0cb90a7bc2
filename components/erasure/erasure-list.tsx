"use client";

import { useQuery } from "@tanstack/react-query";
import { SettingsRow, SettingsRows } from "@/components/settings/settings-rows";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import { progressText } from "./erasure-progress";
import { ReceiptButton } from "./receipt-button";

const askEveryMs = 2000;

/** All erasures with their receipts, newest first. */
export function ErasureList() {
  const { data, error } = useQuery({
    ...queryOf(endpoints.listErasures),
    refetchInterval: ({ state }) => (state.data?.data.some((one) => one.state === "running") ? askEveryMs : false),
  });
  if (data === undefined) return error === null ? null : <p className="text-sm text-danger">{error.message}</p>;
  if (data.data.length === 0) return <p className="text-sm text-muted">No erasures yet.</p>;
  return (
    <SettingsRows label="Erasures">
      {data.data.map((one) => (
        <SettingsRow
          key={one.id}
          title={
            <>
              {one.subject.type === "visitor" ? "A visitor" : "A conversation"}
              <Badge>{one.mode === "whole" ? "Everything" : "Content"}</Badge>
            </>
          }
          detail={
            <>
              <span className={one.state === "failed" ? "block text-danger" : "block"}>{progressText(one)}</span>
              {one.reason !== null && (
                <span dir="auto" className="block text-text">
                  {one.reason}
                </span>
              )}
              Requested by {one.requestedBy} <RelativeTime iso={one.requestedAt} inSentence />
              {one.refuseFuture && " · later events are refused"}
            </>
          }
        >
          {one.state === "done" && <ReceiptButton id={one.id} />}
        </SettingsRow>
      ))}
    </SettingsRows>
  );
}
