import type { Metadata } from "next";
import { requireViewer } from "@/app/require-viewer";
import { Inspector } from "@/components/inspector/inspector";

export const metadata: Metadata = { title: "Conversation" };

export default async function ConversationPage({ params }: { params: Promise<{ key: string }> }) {
  await requireViewer();
  const { key } = await params;
  const conversationKey = decodeURIComponent(key);
  return <Inspector key={conversationKey} conversationKey={conversationKey} />;
}
