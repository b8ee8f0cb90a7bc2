"use client";

import { useQuery } from "@tanstack/react-query";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import { ReceiptButton } from "./receipt-button";

const askEveryMs = 1000;

/** How far an erasure is, and its receipt when it is done. */
export function ErasureProgress({ id }: { id: string }) {
  const { data, error } = useQuery({
    ...queryOf(endpoints.getErasure, { path: { id } }),
    refetchInterval: ({ state }) => (state.data === undefined || state.data.state === "running" ? askEveryMs : false),
  });
  if (data === undefined) return <p className="text-sm text-muted">{error?.message ?? "Erasing…"}</p>;
  return (
    <div role="status" className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm">
      <span className={data.state === "failed" ? "text-danger" : undefined}>{progressText(data)}</span>
      {data.state === "done" && <ReceiptButton id={id} />}
    </div>
  );
}

interface Progress {
  state: "running" | "done" | "failed";
  found: number;
  erased: number;
  error: string | null;
}

/** How far an erasure is, in words. */
export function progressText({ state, found, erased, error }: Progress): string {
  const events = (count: number) => (count === 1 ? "1 event" : `${count.toLocaleString("en")} events`);
  if (state === "done") return `Erased ${events(erased)}`;
  if (state === "failed") {
    const partly = erased === 0 ? "" : ` after ${erased.toLocaleString("en")} of ${events(found)}`;
    return `Failed${partly}: ${error ?? "unknown error"}`;
  }
  return found === 0 ? "Erasing…" : `Erasing: ${erased.toLocaleString("en")} of ${events(found)}`;
}
