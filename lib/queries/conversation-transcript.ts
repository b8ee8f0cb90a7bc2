import "server-only";
import type { TranscriptFormat } from "@/lib/api/transcript";
import type { Viewer } from "@/lib/auth/viewer";
import type { Conversation } from "@/lib/conversation/conversation";
import type { Event } from "@/lib/events/event";
import { deliveriesFirst } from "@/lib/ingest/deliveries-first";
import { store } from "@/lib/store/client";
import { readConversation } from "@/lib/store/read-conversation";
import { readLog } from "@/lib/store/read-log";
import { writeTranscript } from "@/lib/transcript/write-transcript";
import { conversationState } from "./conversation-state";
import { notFound, Refusal } from "./refusal";

export interface ConversationTranscript {
  conversation: Conversation;
  /** Written while it is read. */
  pieces: AsyncGenerator<string>;
}

/** The whole conversation in a form to keep or to hand on. */
export async function conversationTranscript(
  viewer: Viewer,
  { key, format }: { key: string; format: TranscriptFormat },
): Promise<ConversationTranscript | Refusal> {
  const stored = await readConversation(store(), key);
  if (stored === null) return notFound("conversation with this key");
  const conversation = await conversationState(viewer, { key });
  if (conversation instanceof Refusal) return conversation;
  const events: Event[] = [];
  for await (const piece of readLog(store().reader, stored.id)) events.push(...piece);
  return { conversation, pieces: withPauses(writeTranscript(format, conversation, events)) };
}

const longestTurnMs = 8;

/** Larger pieces with pauses between them: whoever waits in this process waits a few milliseconds. */
async function* withPauses(written: Generator<string>): AsyncGenerator<string> {
  let piece = "";
  let began = performance.now();
  for (const part of written) {
    piece += part;
    if (performance.now() - began < longestTurnMs) continue;
    if (piece !== "") yield piece;
    piece = "";
    await deliveriesFirst();
    began = performance.now();
  }
  yield piece;
}
