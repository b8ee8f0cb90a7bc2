"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { eventHref } from "@/components/ui/event-href";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { friendlyName } from "@/components/values/friendly-name";
import { JsonValue } from "@/components/values/json-value";
import { pagesOf } from "@/lib/api/client/pages-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { Visitor } from "@/lib/api/schemas/visitor";
import { actorName } from "@/lib/events/actor-name";

/** All contact variables with their latest values; a click expands a variable's history. */
export function VisitorVariables({ visitor: { key, variables } }: { visitor: Visitor }) {
  const entries = Object.entries(variables);
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="visitor-variables" className="mt-6">
      <h2 id="visitor-variables" className="mb-1 text-sm font-medium text-muted">
        Contact variables <span className="tabular font-normal">{entries.length}</span>
      </h2>
      <ul>
        {entries.map(([name, { value, updatedAt }]) => (
          <VariableItem key={name} visitorKey={key} name={name} value={value} updatedAt={updatedAt} />
        ))}
      </ul>
    </section>
  );
}

interface VariableItemProps {
  visitorKey: string;
  name: string;
  value: unknown;
  updatedAt: string;
}

function VariableItem({ visitorKey, name, value, updatedAt }: VariableItemProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <li data-variable={name}>
      <button
        type="button"
        aria-expanded={isOpen}
        title={name}
        onClick={() => setOpen(!isOpen)}
        className="-mx-1.5 grid w-[calc(100%+0.75rem)] grid-cols-[7rem_minmax(0,1fr)_auto] items-baseline gap-x-3 rounded px-1.5 py-1 text-left text-sm hover:bg-hover"
      >
        <span className="text-muted [overflow-wrap:anywhere]">{friendlyName(name)}</span>
        <span dir="auto" className="line-clamp-4 min-w-0">
          <JsonValue value={value} />
        </span>
        <RelativeTime iso={updatedAt} className="text-2xs text-muted" />
      </button>
      {isOpen && <History visitorKey={visitorKey} name={name} />}
    </li>
  );
}

function History({ visitorKey, name }: { visitorKey: string; name: string }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    pagesOf(endpoints.listVariableValues, { path: { key: visitorKey, name } }),
  );
  if (error) {
    return (
      <p role="alert" className="py-1 text-xs text-danger">
        {error.message}{" "}
        <button type="button" onClick={() => void refetch()} className="underline">
          Try again
        </button>
      </p>
    );
  }
  if (!data) return <Skeleton className="my-1 h-4 w-3/4" />;
  return (
    <div className="mb-2 ml-1 border-l border-line pl-2">
      <ol aria-label={`History of ${name}`}>
        {data.pages
          .flatMap((page) => page.data)
          .map(({ eventId, conversationKey, value, by, at }) => (
            <li key={eventId}>
              <Link
                href={eventHref(conversationKey, eventId)}
                title="Go to the event that set it"
                className="flex items-baseline gap-2 rounded px-1 py-0.5 hover:bg-hover"
              >
                <JsonValue value={value} className="line-clamp-3 rounded bg-hover px-1" />
                <span className="ml-auto shrink-0 text-2xs text-muted">
                  {by && `${actorName(by)} · `}
                  <RelativeTime iso={at} inSentence />
                </span>
              </Link>
            </li>
          ))}
      </ol>
      {hasNextPage && (
        <Button size="small" variant="quiet" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Earlier values
        </Button>
      )}
    </div>
  );
}
