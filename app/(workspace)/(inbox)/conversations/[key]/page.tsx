import type { Metadata } from "next";
import { requireViewer } from "@/app/require-viewer";
import { Inspector } from "@/components/inspector/inspector";
import { MediaHostsProvider } from "@/components/messages/media-hosts";
import { env } from "@/lib/env/env";

export const metadata: Metadata = { title: "Conversation" };

export default async function ConversationPage({ params }: { params: Promise<{ key: string }> }) {
  await requireViewer();
  const { key } = await params;
  const conversationKey = decodeURIComponent(key);
  return (
    <MediaHostsProvider hosts={env().mediaHosts}>
      <Inspector key={conversationKey} conversationKey={conversationKey} />
    </MediaHostsProvider>
  );
}
