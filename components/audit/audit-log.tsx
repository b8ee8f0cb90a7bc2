"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Download, ScrollText } from "lucide-react";
import { useRouter, useSearchParams } from "next/navigation";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { addressOf } from "@/lib/api/client/address-of";
import { pagesOf } from "@/lib/api/client/pages-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import { type AuditActors, AuditFilters } from "./audit-filters";
import { AuditRow } from "./audit-row";
import { auditHref, auditQueryOf, readAuditSearch } from "./audit-search";

/** Both logs, newest first, with filters that are stored in the URL. */
export function AuditLog({ actors }: { actors: AuditActors }) {
  const router = useRouter();
  const search = readAuditSearch(useSearchParams());
  const query = auditQueryOf(search);
  const list = useInfiniteQuery(pagesOf(endpoints.listAudit, { query }));
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = list;
  const names = new Map([...actors.users, ...actors.tokens].map(({ id, name }) => [id, name]));
  const entries = data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <>
      <AuditFilters
        search={search}
        actors={actors}
        onChange={(change) => router.replace(auditHref({ ...search, ...change }), { scroll: false })}
      />
      <Button asChild className="self-start">
        <a href={addressOf(endpoints.listAudit, { query: { ...query, format: "csv" } })} download="audit.csv">
          <Download /> Download CSV
        </a>
      </Button>
      {error && !data && (
        <ErrorState title="The log could not be loaded" onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      )}
      {!data && !error && <Skeleton className="h-44 rounded-xl!" />}
      {data && entries.length === 0 && (
        <EmptyState icon={<ScrollText />} title="No entries">
          Nothing matches these filters.
        </EmptyState>
      )}
      {entries.length > 0 && (
        <ul aria-label="Log entries" className="divide-y divide-line border-y border-line">
          {entries.map((entry) => (
            <AuditRow key={entry.id} entry={entry} names={names} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button className="self-start" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Earlier entries
        </Button>
      )}
    </>
  );
}
