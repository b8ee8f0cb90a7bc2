import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { requireViewer } from "@/app/require-viewer";
import { Inspector } from "@/components/inspector/inspector";
import { MediaHostsProvider } from "@/components/messages/media-hosts";
import { zoneCookie } from "@/components/shell/early-script";
import { createQueryClient } from "@/components/shell/query-client";
import { env } from "@/lib/env/env";
import { readTimeZone } from "@/lib/time/time-zone";
import { prefetchConversation } from "./prefetch-conversation";

export const metadata: Metadata = { title: "Conversation" };

export default async function ConversationPage({ params }: { params: Promise<{ key: string }> }) {
  const viewer = await requireViewer("read");
  const { key } = await params;
  const conversationKey = decodeURIComponent(key);
  const cache = createQueryClient();
  if (await asksForDocument()) await prefetchConversation(cache, viewer, conversationKey);
  return (
    <HydrationBoundary state={dehydrate(cache)}>
      <MediaHostsProvider hosts={env().mediaHosts}>
        <NuqsAdapter>
          <Inspector key={conversationKey} conversationKey={conversationKey} zone={await readerZone()} />
        </NuqsAdapter>
      </MediaHostsProvider>
    </HydrationBoundary>
  );
}

/** Set by {@link earlyScript} on an earlier page. */
async function readerZone(): Promise<string | null> {
  return readTimeZone((await cookies()).get(zoneCookie)?.value);
}

/** On client-side navigation, the browser's cache may contain more of the conversation than its end. */
async function asksForDocument(): Promise<boolean> {
  return (await headers()).get("sec-fetch-dest") === "document";
}
