import "server-only";
import type { TranscriptFormat } from "@/lib/api/transcript";
import type { Viewer } from "@/lib/auth/viewer";
import type { Event } from "@/lib/events/event";
import { store } from "@/lib/store/client";
import { readConversation } from "@/lib/store/read-conversation";
import { readLog } from "@/lib/store/read-log";
import { transcriptOf } from "@/lib/transcript/transcript";
import { transcriptHtml } from "@/lib/transcript/transcript-html";
import { transcriptMarkdown } from "@/lib/transcript/transcript-markdown";
import { transcriptText } from "@/lib/transcript/transcript-text";
import { conversationState } from "./conversation-state";
import { notFound, Refusal } from "./refusal";

/** The whole conversation in a form to keep or to hand on. */
export async function conversationTranscript(
  viewer: Viewer,
  { key, format }: { key: string; format: TranscriptFormat },
): Promise<string | Refusal> {
  const stored = await readConversation(store(), key);
  if (stored === null) return notFound("conversation with this key");
  const conversation = await conversationState(viewer, { key });
  if (conversation instanceof Refusal) return conversation;
  const events: Event[] = [];
  for await (const piece of readLog(store().reader, stored.id)) events.push(...piece);
  switch (format) {
    case "txt":
      return transcriptText(transcriptOf(conversation, events));
    case "md":
      return transcriptMarkdown(transcriptOf(conversation, events));
    case "html":
      return transcriptHtml(transcriptOf(conversation, events));
    case "json":
      return JSON.stringify({ conversation, events });
  }
}
