import "server-only";
import type { TranscriptFormat } from "@/lib/api/schemas/transcript";
import type { Viewer } from "@/lib/auth/viewer";
import type { Conversation } from "@/lib/conversation/conversation";
import { deliveriesFirst } from "@/lib/ingest/deliveries-first";
import type { Refusal } from "@/lib/queries/refusal";
import { store } from "@/lib/store/connection/client";
import { readCut } from "@/lib/store/lists/list-matching";
import { readLog } from "@/lib/store/log/read-log";
import { readConversation } from "@/lib/store/reads/read-conversation";
import { maskedLog } from "@/lib/store/reads/read-masks";
import { writeTranscript } from "@/lib/transcript/write-transcript";
import { conversationMasks } from "./conversation-masks";
import { stateSeen } from "./conversation-state";
import { missingConversation } from "./missing-conversation";

export interface ConversationTranscript {
  conversation: Conversation;
  /** Written while the log is read. */
  pieces: AsyncGenerator<string>;
}

/** The whole conversation as a document. */
export async function conversationTranscript(
  viewer: Viewer,
  { key, format }: { key: string; format: TranscriptFormat },
  masksOf = conversationMasks,
): Promise<ConversationTranscript | Refusal> {
  const stored = await readConversation(store(), viewer, key);
  if (stored === null) return missingConversation(viewer, key);
  const masks = await masksOf(viewer, stored);
  const conversation = await stateSeen(stored, masks);
  // The log is read twice; events stored in between would be in only one of the reads.
  const { eventId: lastId } = await readCut(store());
  const read = () => maskedLog(masks, stored.id, readLog(store(), stored.id, { lastId }));
  return { conversation, pieces: withPauses(writeTranscript(format, conversation, read)) };
}

const longestTurnMs = 8;

/** Yields larger chunks with pauses in between: other work in this process waits a few milliseconds. */
async function* withPauses(written: AsyncGenerator<string>): AsyncGenerator<string> {
  let piece = "";
  let began = performance.now();
  for await (const part of written) {
    piece += part;
    if (performance.now() - began < longestTurnMs) continue;
    if (piece !== "") yield piece;
    piece = "";
    await deliveriesFirst();
    began = performance.now();
  }
  yield piece;
}
