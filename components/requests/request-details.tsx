"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ArrowLeft, Download } from "lucide-react";
import Link from "next/link";
import { ConfirmButton } from "@/components/settings/confirm-button";
import { FactList } from "@/components/settings/fact-list";
import { SettingsSection } from "@/components/settings/settings-section";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { addressOf } from "@/lib/api/client/address-of";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { PersonRequest } from "@/lib/api/schemas/privacy/person-request";
import { EraseButton } from "./erase-button";
import { RequestLog } from "./request-log";
import { dayOf, kindNames, stateOf } from "./request-texts";
import { RequestVisitors } from "./request-visitors";
import { useRequestChange } from "./use-request-change";

/** One request: its visitors, what can be done about it, and its log. */
export function RequestDetails({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(queryOf(endpoints.getPersonRequest, { path: { id } }));
  return (
    <>
      <Link
        href="/privacy"
        className="mb-4 inline-flex items-center gap-1.5 text-sm text-muted hover:text-text hover:underline"
      >
        <ArrowLeft className="size-4" aria-hidden="true" /> All requests
      </Link>
      {data !== undefined && <Details request={data} />}
      {data === undefined && error === null && <Skeleton className="h-44 rounded-xl!" />}
      {data === undefined && error !== null && (
        <ErrorState title="The request could not be loaded" onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      )}
    </>
  );
}

function Details({ request }: { request: PersonRequest }) {
  const { kind, person, receivedAt, dueAt, closedAt, madeBy, state } = request;
  const { text, tone } = stateOf(request, Date.now());
  const facts: [string, string][] = [
    ["Kind", kindNames[kind]],
    ["Received", dayOf(receivedAt)],
    ["Due", dayOf(dueAt)],
    ...(closedAt === null ? [] : [["Closed", dayOf(closedAt)] satisfies [string, string]]),
    ["Entered by", madeBy],
  ];
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <h1 dir="auto" className="min-w-0 text-xl font-semibold tracking-tight [overflow-wrap:anywhere]">
          {person ?? "Personal data removed"}
        </h1>
        <Badge tone={tone}>{text}</Badge>
      </div>
      <FactList facts={facts} className="tabular mt-4 mb-8" />
      <SettingsSection title="Visitors" description="Those that you found to be this person.">
        <RequestVisitors request={request} />
      </SettingsSection>
      {state === "open" && (
        <SettingsSection title="Answer">
          <Actions request={request} />
        </SettingsSection>
      )}
      <SettingsSection title="Log">
        <RequestLog request={request} />
      </SettingsSection>
    </>
  );
}

function Actions({ request }: { request: PersonRequest }) {
  const { id, kind, visitors } = request;
  const client = useQueryClient();
  const { mutateAsync } = useRequestChange(id);
  const { queryKey } = queryOf(endpoints.getPersonRequest, { path: { id } });
  const forgets = kind === "erasure" ? " The person and the visitors are removed from the request." : "";
  return (
    <div className="flex flex-wrap gap-2">
      {visitors.length > 0 && (
        <Button asChild>
          <a
            href={addressOf(endpoints.getPersonArchive, { path: { id } })}
            download="person.zip"
            onClick={() => setTimeout(() => void client.invalidateQueries({ queryKey }), 1000)}
          >
            <Download /> Download archive
          </a>
        </Button>
      )}
      {kind === "erasure" && visitors.some(({ conversationCount }) => conversationCount > 0) && (
        <EraseButton request={request} />
      )}
      <ConfirmButton
        size="medium"
        title="Close as done?"
        description={`It can't be changed afterwards.${forgets}`}
        action="Close as done"
        actionVariant="primary"
        onConfirm={() => mutateAsync({ close: "done" })}
      >
        Done
      </ConfirmButton>
      <ConfirmButton
        size="medium"
        title="Close as refused?"
        description={`Add a note with the reason first. It can't be changed afterwards.${forgets}`}
        action="Close as refused"
        actionVariant="primary"
        onConfirm={() => mutateAsync({ close: "refused" })}
      >
        Refuse
      </ConfirmButton>
    </div>
  );
}
