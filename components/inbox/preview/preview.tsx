"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { useSettled } from "@/components/ui/hooks/use-settled";
import { Kbd } from "@/components/ui/keys/kbd";
import { Skeleton } from "@/components/ui/skeleton";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import { LastMessages } from "./last-messages";
import { PreviewFacts } from "./preview-facts";

/** Delay before loading, so that moving through the list does not load every row on the way. */
const walkingPauseMs = 120;

export interface PreviewProps {
  conversationKey: string;
  /** The list's query string `?…`, kept in the conversation's URL. */
  search: string;
}

/** A preview of the focused row's conversation: its last messages and a summary of its state. */
export default function Preview({ conversationKey, search }: PreviewProps) {
  const key = useSettled(conversationKey, walkingPauseMs);
  const { data: conversation, error, refetch } = useQuery(queryOf(endpoints.getConversation, { path: { key } }));
  const isShown = conversation !== undefined && key === conversationKey;
  return (
    <section aria-label="Preview" className="@container flex h-full min-h-0 flex-col bg-pane">
      <div className="flex h-13 shrink-0 items-center gap-3 border-b border-line px-4">
        <h2 dir="auto" className="min-w-0 flex-1 truncate text-lg font-semibold">
          {isShown ? <bdi>{conversation.title}</bdi> : <Skeleton className="h-5 w-48" />}
        </h2>
        <Button asChild size="small">
          <Link href={`/conversations/${encodeURIComponent(conversationKey)}${search}`} prefetch={false}>
            Open <Kbd className="text-muted coarse:hidden">Enter</Kbd>
          </Link>
        </Button>
      </div>
      {error !== null && (
        <ErrorState title="Couldn't load the conversation" onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      )}
      <div className="flex min-h-0 flex-1 flex-col @3xl:flex-row-reverse">
        {isShown && <PreviewFacts conversation={conversation} />}
        <LastMessages key={key} conversationKey={key} />
      </div>
    </section>
  );
}
