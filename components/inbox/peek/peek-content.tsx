"use client";

import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef } from "react";
import { actorVoice, type Voice } from "@/components/ui/actor-voice";
import { Badge } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import { ErrorState } from "@/components/ui/error-state";
import { LabelChip } from "@/components/ui/label-chip";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { StatusBadge } from "@/components/ui/status-badge";
import { JsonValue } from "@/components/values/json-value";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { Conversation, Summary } from "@/lib/conversation/conversation";
import { eventLines } from "@/lib/event-types/event-lines";
import { rowOf } from "@/lib/event-types/row-of";
import { actorName } from "@/lib/events/actor-name";
import type { Event } from "@/lib/events/event";

const mostVariables = 6;
const mostEvents = 50;

/** The conversation's state in a few lines, and how it ended. */
export function PeekContent({ summary }: { summary: Summary }) {
  const conversation = useQuery(queryOf(endpoints.getConversation, { path: { key: summary.key } }));
  const events = useQuery(
    queryOf(endpoints.listConversationEvents, { path: { key: summary.key }, query: { last: true, limit: mostEvents } }),
  );
  const said = events.data?.data.filter(isSaid);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (said !== undefined && end.current !== null) end.current.scrollTop = end.current.scrollHeight;
  }, [said]);

  return (
    <>
      <dl className="grid shrink-0 grid-cols-[7rem_minmax(0,1fr)] gap-x-3 gap-y-1.5 border-b border-line px-4 py-3 text-sm">
        <Fact term="Status">
          <span className="flex flex-wrap items-center gap-1.5">
            <StatusBadge status={summary.status} />
            {summary.awaitsAnswer && <Badge tone="warning">No answer</Badge>}
            {summary.gapCount > 0 && (
              <Badge tone="warning">{summary.gapCount === 1 ? "1 gap" : `${summary.gapCount} gaps`}</Badge>
            )}
          </span>
        </Fact>
        <Fact term="Assignee">{summary.assignee === null ? "Unassigned" : actorName(summary.assignee)}</Fact>
        {summary.labels.length > 0 && (
          <Fact term="Labels">
            <span className="flex flex-wrap gap-1">
              {summary.labels.map((label) => (
                <LabelChip key={label.id} label={label} />
              ))}
            </span>
          </Fact>
        )}
        <Fact term="Started">
          <RelativeTime iso={summary.createdAt} inSentence />
        </Fact>
        <Variables conversation={conversation.data} />
      </dl>
      <section
        ref={end}
        aria-label="Last messages"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="min-h-0 flex-1 space-y-2.5 overflow-y-auto overscroll-contain bg-background px-4 py-3 focus-visible:-outline-offset-2"
      >
        {events.isPending && <MessagesSkeleton />}
        {events.isError && (
          <ErrorState title="Couldn't load messages" onRetry={() => void events.refetch()}>
            {events.error.message}
          </ErrorState>
        )}
        {said?.length === 0 && <p className="py-8 text-center text-sm text-muted">No recent messages.</p>}
        {said?.map((event) => (
          <Said key={event.id} event={event} />
        ))}
      </section>
    </>
  );
}

/** What the bot and the people collected, the latest first; what the platform fills in by itself is left out. */
function Variables({ conversation }: { conversation: Conversation | undefined }) {
  const set = Object.entries(conversation?.variables ?? {})
    .filter(([, { scope }]) => scope !== "system")
    .sort(([, one], [, other]) => other.updatedAt.localeCompare(one.updatedAt));
  return (
    <>
      {set.slice(0, mostVariables).map(([name, { value }]) => (
        <Fact key={name} term={<code className="font-mono text-xs [overflow-wrap:anywhere]">{name}</code>}>
          <span dir="auto" className="line-clamp-2">
            <JsonValue value={value} />
          </span>
        </Fact>
      ))}
      {set.length > mostVariables && (
        <dd className="col-span-2 text-xs text-muted">{set.length - mostVariables} more variables</dd>
      )}
    </>
  );
}

function Fact({ term, children }: { term: ReactNode; children: ReactNode }) {
  return (
    <>
      <dt className="min-w-0 text-muted">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}

function Said({ event }: { event: Event }) {
  const isNote = rowOf(event) === "note";
  const voice = isNote ? "note" : actorVoice(event.actor);
  return (
    <div className={classNames("flex flex-col", voice === "visitor" ? "items-start" : "items-end")}>
      <p className="flex gap-1.5 text-2xs text-muted">
        {isNote ? "Note" : event.actor === null ? "Unknown" : actorName(event.actor)}
        <RelativeTime iso={event.occurredAt} />
      </p>
      <p
        dir="auto"
        className={classNames(
          "mt-0.5 line-clamp-6 max-w-11/12 rounded-xl px-3 py-1.5 text-sm whitespace-pre-line",
          hues[voice],
        )}
      >
        <bdi>{eventLines(event)}</bdi>
      </p>
    </div>
  );
}

const hues: Record<Voice | "note", string> = {
  visitor: "bg-visitor-soft",
  bot: "border border-line bg-pane",
  agent: "bg-agent-soft",
  system: "bg-hover",
  note: "border border-note-line bg-note-soft text-note",
};

function isSaid(event: Event): boolean {
  return rowOf(event) === "message" || rowOf(event) === "note";
}

function MessagesSkeleton() {
  return (
    <div role="status" aria-label="Loading the messages" className="space-y-3">
      {["ml-auto w-2/3", "w-1/2", "ml-auto w-3/5", "w-2/5"].map((place) => (
        <Skeleton key={place} className={`h-9 rounded-xl! ${place}`} />
      ))}
    </div>
  );
}
