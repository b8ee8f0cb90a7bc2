"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { FileUser } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { SegmentedChoice } from "@/components/ui/segmented-choice";
import { Skeleton } from "@/components/ui/skeleton";
import { pagesOf } from "@/lib/api/client/pages-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { PersonRequest } from "@/lib/api/schemas/privacy/person-request";
import { dayOf, kindNames, stateOf, visitorsText } from "./request-texts";

type Shown = "open" | "closed";

/** Open requests by their due dates, or closed ones. */
export function RequestList() {
  const [state, setState] = useState<Shown>("open");
  const list = useInfiniteQuery(pagesOf(endpoints.listPersonRequests, { query: { state } }));
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = list;
  const requests = data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <>
      <SegmentedChoice
        name="Requests"
        value={state}
        options={[
          { value: "open", name: "Open" },
          { value: "closed", name: "Closed" },
        ]}
        onChoose={setState}
        className="max-w-52"
      />
      {error && !data && (
        <ErrorState title="The requests could not be loaded" onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      )}
      {!data && !error && <Skeleton className="h-32 rounded-xl!" />}
      {data && requests.length === 0 && (
        <EmptyState icon={<FileUser />} title={state === "open" ? "No open requests" : "No closed requests"} />
      )}
      {requests.length > 0 && (
        <ul aria-label={`Requests: ${state}`} className="divide-y divide-line border-y border-line">
          {requests.map((request) => (
            <RequestRow key={request.id} request={request} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button className="self-start" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          More requests
        </Button>
      )}
    </>
  );
}

function RequestRow({ request }: { request: PersonRequest }) {
  const { id, kind, person, dueAt, closedAt, visitors } = request;
  const { text, tone } = stateOf(request, Date.now());
  return (
    <li>
      <Link
        href={`/privacy?request=${encodeURIComponent(id)}`}
        className="flex items-center gap-3 rounded-lg py-2.5 hover:bg-hover"
      >
        <span className="min-w-0 flex-1">
          <span dir="auto" className="block truncate font-medium">
            {person ?? "Personal data removed"}
          </span>
          <span className="tabular block text-sm text-muted">
            {kindNames[kind]} · {closedAt === null ? `due ${dayOf(dueAt)}` : `closed ${dayOf(closedAt)}`}
            {visitors.length > 0 && ` · ${visitorsText(visitors.length)}`}
          </span>
        </span>
        <Badge tone={tone}>{text}</Badge>
      </Link>
    </li>
  );
}
