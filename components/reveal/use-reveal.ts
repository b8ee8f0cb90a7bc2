"use client";

import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useCan } from "@/components/access/viewer-context";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";

export interface Reveal {
  /** Whether the viewer may unmask the conversation. */
  isAllowed: boolean;
  /** The end by this device's clock, in milliseconds; null while the conversation is masked. */
  endsAt: number | null;
}

/** Whether a conversation is unmasked for a viewer without the permission `personal`. */
export function useReveal(conversationKey: string): Reveal {
  const client = useQueryClient();
  const isMasked = !useCan("personal");
  const { data, dataUpdatedAt } = useQuery({
    ...queryOf(endpoints.getReveal, { path: { key: conversationKey } }),
    enabled: isMasked,
  });
  const seconds = data?.remainingSeconds ?? null;
  const endsAt = isMasked && seconds !== null ? dataUpdatedAt + seconds * 1000 : null;
  useEffect(() => {
    if (endsAt !== null) forgetAt(client, conversationKey, endsAt);
  }, [client, conversationKey, endsAt]);
  return { isAllowed: isMasked && data?.allowed === true, endsAt };
}

const timers = new Map<string, ReturnType<typeof setTimeout>>();

/** Also after the page has moved on: what is in the cache would stay unmasked. */
function forgetAt(client: QueryClient, key: string, endsAt: number): void {
  clearTimeout(timers.get(key));
  timers.set(
    key,
    setTimeout(() => void forgetConversation(client, key), Math.max(0, endsAt - Date.now())),
  );
}

/** Loads everything about a conversation again, as it is masked now. */
export async function forgetConversation(client: QueryClient, key: string): Promise<void> {
  await client.resetQueries({ predicate: ({ queryKey }) => names.has(queryKey[0]) && queryKey[1] === key });
}

const { getConversation, listConversationEvents, listQuestions, getReveal } = endpoints;
const names = new Set<unknown>(
  [getConversation, listConversationEvents, listQuestions, getReveal].map(({ name }) => name),
);
