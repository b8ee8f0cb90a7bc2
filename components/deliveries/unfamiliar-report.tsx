"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronLeft, ScanSearch } from "lucide-react";
import Link from "next/link";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { IconButton } from "@/components/ui/icon-button";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { UnfamiliarReport as Report } from "@/lib/api/schemas/unfamiliar";

/** Undocumented data that the platform sends: it is stored and shown as well, and listed here. */
export function UnfamiliarReport({ onBack }: { onBack: () => void }) {
  const { data: report, error, refetch } = useQuery(queryOf(endpoints.getUnfamiliar));
  return (
    <article aria-label="Unrecognised types and fields" className="min-h-0 flex-1 overflow-y-auto bg-background">
      <header className="flex items-center gap-2 border-b border-line px-4 py-2.5">
        <IconButton label="Back to the deliveries" onClick={onBack} className="-ml-2 lg:hidden">
          <ChevronLeft />
        </IconButton>
        <h2 className="flex min-h-8 items-center text-base font-semibold">Unrecognised types and fields</h2>
      </header>
      {report ? (
        <Lines report={report} />
      ) : error ? (
        <ErrorState title="The report could not be loaded" onRetry={() => refetch()}>
          {error.message}
        </ErrorState>
      ) : (
        <div aria-hidden="true" className="flex flex-col gap-4 p-4">
          {["w-72", "w-64", "w-80", "w-56"].map((width) => (
            <Skeleton key={width} className={`h-4 ${width}`} />
          ))}
        </div>
      )}
    </article>
  );
}

type Line = Report["data"][number];

function Lines({ report: { data, complete } }: { report: Report }) {
  if (data.length === 0) {
    return (
      <EmptyState icon={<ScanSearch />} title="Everything received is recognised">
        Types and fields that are in no published sample are stored and shown like all others, and also listed here.
      </EmptyState>
    );
  }
  return (
    <>
      {sections.map(({ name, explanation, kinds }) => {
        const lines = data.filter(({ kind }) => kinds.includes(kind));
        return (
          lines.length > 0 && (
            <section key={name} aria-label={name} className="border-b border-line px-4 py-3">
              <h3 className="text-sm font-medium">
                {name} <span className="tabular font-normal text-muted">{lines.length}</span>
              </h3>
              <p className="text-xs text-muted">{explanation}</p>
              <ul className="mt-2">
                {lines.map((line) => (
                  <UnfamiliarLine key={`${line.kind} ${line.type} ${line.messageType} ${line.path}`} line={line} />
                ))}
              </ul>
            </section>
          )
        );
      })}
      {!complete && <p className="px-4 py-3 text-xs text-muted">Only the latest are listed.</p>}
    </>
  );
}

function UnfamiliarLine({ line }: { line: Line }) {
  const { example } = line;
  return (
    <li
      data-unfamiliar={line.kind}
      className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 border-t border-line py-1.5 first:border-t-0"
    >
      <span className="min-w-0 [overflow-wrap:anywhere]">
        <code className="font-mono text-xs">{line.path ?? line.messageType ?? line.type}</code>{" "}
        <span className="text-xs text-muted">{whereOf(line)}</span>
      </span>
      <span className="tabular flex flex-wrap justify-end gap-x-3 text-xs text-muted">
        <span>
          {line.events.toLocaleString("en")} {line.events === 1 ? "event" : "events"}
        </span>
        <span>
          first <RelativeTime iso={line.firstSeenAt} inSentence />, last{" "}
          <RelativeTime iso={line.lastSeenAt} inSentence />
        </span>
        {example ? (
          <Link
            href={`/conversations/${encodeURIComponent(example.conversationKey)}?event=${example.eventId}`}
            prefetch={false}
            className="text-text underline underline-offset-2"
          >
            Example
          </Link>
        ) : (
          <span>no example</span>
        )}
      </span>
    </li>
  );
}

/** What the name on the left belongs to. */
function whereOf({ kind, type, messageType }: Line): string {
  if (kind === "message") return "message type";
  if (kind === "event") return "event type";
  if (kind === "misfit") return messageType === null ? "event" : "message";
  if (type === null) return "next to the event";
  return messageType === null ? `in ${type}` : `in ${type} · ${messageType}`;
}

const sections: readonly { name: string; explanation: string; kinds: readonly Line["kind"][] }[] = [
  {
    name: "Unknown event and message types",
    explanation: "Stored, counted and shown as data. A later version may support them.",
    kinds: ["event", "message"],
  },
  {
    name: "Unexpected payloads",
    explanation: "The type is known, but the payload doesn't match its schema.",
    kinds: ["misfit"],
  },
  {
    name: "Undocumented fields",
    explanation: "In no published sample of their type.",
    kinds: ["field"],
  },
];
