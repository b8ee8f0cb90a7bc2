"use client";

import { useQuery } from "@tanstack/react-query";
import { Mail, MessagesSquare, Phone } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { ConversationRow, rowHeight } from "@/components/inbox/conversation-row";
import { Avatar } from "@/components/ui/avatar";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { NothingHere } from "@/components/ui/nothing-here";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { ApiError } from "@/lib/api/api-error";
import { visitorQuery } from "@/lib/api/queries";
import type { Visitor } from "@/lib/api/visitor";
import { friendlyName } from "./friendly-name";
import { JsonValue } from "./json-value";

/** One visitor over all conversations. */
export function VisitorPage({ visitorKey }: { visitorKey: string }) {
  const { data, error, refetch } = useQuery(visitorQuery(visitorKey));
  if (data) return <VisitorDetails visitor={data} />;
  if (!error) return <VisitorSkeleton />;
  if (error instanceof ApiError && error.status === 404) {
    return <NothingHere title="No such visitor">No event of this visitor has been received.</NothingHere>;
  }
  return (
    <ErrorState title="The visitor could not be loaded" className="h-full" onRetry={() => void refetch()}>
      {error.message}
    </ErrorState>
  );
}

function VisitorDetails({ visitor }: { visitor: Visitor }) {
  const name = visitor.name ?? visitor.email ?? visitor.phone ?? "Unnamed visitor";
  return (
    <div className="mx-auto max-w-3xl px-4 py-6 sm:px-6">
      <header className="flex items-start gap-4">
        <Avatar
          actor={{ type: "visitor", id: visitor.id, email: visitor.email, name: visitor.name }}
          size="large"
          className="size-12! text-sm!"
        />
        <div className="min-w-0">
          <h1 className="text-xl font-semibold [overflow-wrap:anywhere]">{name}</h1>
          <p className="flex flex-wrap gap-x-4 gap-y-0.5 text-sm text-muted">
            {visitor.email && (
              <span className="flex items-center gap-1.5 break-all">
                <Mail aria-label="E-mail" className="size-3.5 shrink-0" /> {visitor.email}
              </span>
            )}
            {visitor.phone && (
              <span className="tabular flex items-center gap-1.5">
                <Phone aria-label="Phone" className="size-3.5 shrink-0" /> {visitor.phone}
              </span>
            )}
          </p>
        </div>
      </header>
      <Facts visitor={visitor} />
      <section aria-labelledby="visitor-conversations" className="mt-8">
        <h2 id="visitor-conversations" className="text-sm font-medium text-muted">
          Conversations <span className="tabular font-normal">{visitor.conversationCount}</span>
        </h2>
        {visitor.conversations.length === 0 ? (
          <EmptyState icon={<MessagesSquare />} title="No conversations" />
        ) : (
          <ul className="mt-2 overflow-hidden rounded-xl border border-line bg-pane">
            {visitor.conversations.map((summary) => (
              <li key={summary.key} style={{ height: rowHeight }} className="[&:last-child>a]:border-b-0">
                <ConversationRow
                  summary={summary}
                  href={`/conversations/${encodeURIComponent(summary.key)}`}
                  selected={false}
                  sought={undefined}
                />
              </li>
            ))}
          </ul>
        )}
        {visitor.conversationCount > visitor.conversations.length && (
          <p className="mt-2 text-xs text-muted">The newest {visitor.conversations.length} are shown.</p>
        )}
      </section>
    </div>
  );
}

function Facts({ visitor }: { visitor: Visitor }) {
  return (
    <dl className="mt-6 grid grid-cols-[8rem_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-sm">
      <Fact term="First seen">
        <RelativeTime iso={visitor.firstSeenAt} />
      </Fact>
      <Fact term="Last seen">
        <RelativeTime iso={visitor.lastSeenAt} />
      </Fact>
      <Fact term="Key">
        <code className="font-mono text-xs break-all">{visitor.key}</code>
      </Fact>
      {Object.entries(visitor.variables).map(([variable, { value, conversationKey, eventId }]) => (
        <Fact key={variable} term={friendlyName(variable)} title={variable}>
          <Link
            data-variable={variable}
            href={`/conversations/${encodeURIComponent(conversationKey)}?event=${encodeURIComponent(eventId)}`}
            title="Go to the event that set it"
            className="rounded hover:underline"
          >
            <JsonValue value={value} />
          </Link>
        </Fact>
      ))}
    </dl>
  );
}

function Fact({ term, title, children }: { term: string; title?: string | undefined; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted [overflow-wrap:anywhere]" title={title}>
        {term}
      </dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}

function VisitorSkeleton() {
  return (
    <div role="status" aria-label="Loading the visitor" className="mx-auto max-w-3xl space-y-4 px-4 py-6 sm:px-6">
      <div className="flex items-center gap-4">
        <Skeleton className="size-12 rounded-full!" />
        <Skeleton className="h-5 w-48" />
      </div>
      {["w-72", "w-60", "w-80", "w-52"].map((width) => (
        <Skeleton key={width} className={`h-3.5 max-w-full ${width}`} />
      ))}
      <Skeleton className="h-44 w-full rounded-xl!" />
    </div>
  );
}
