import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { Pairing } from "@/lib/conversation/prompts/exchanges";
import { type Question, QuestionReader } from "@/lib/fold/questionnaire";
import { notFound, type Refusal } from "@/lib/queries/refusal";
import { store } from "@/lib/store/connection/client";
import { readCut } from "@/lib/store/lists/list-matching";
import { readLog } from "@/lib/store/log/read-log";
import { readConversation } from "@/lib/store/reads/read-conversation";
import { maskedLog } from "@/lib/store/reads/read-masks";
import { readStoredEvent } from "@/lib/store/reads/read-stored-event";
import { conversationMasks } from "./conversation-masks";
import { eachEvent } from "./each-event";
import { missingConversation } from "./missing-conversation";

/** A conversation's questions with their outcomes: now, or right after the event `at`. */
export async function conversationQuestions(
  viewer: Viewer,
  { key, at }: { key: string; at?: string | undefined },
): Promise<Question[] | Refusal> {
  const stored = await readConversation(store(), viewer, key);
  if (stored === null) return missingConversation(viewer, key);
  const last = at === undefined ? undefined : await readStoredEvent(store(), viewer, BigInt(at));
  if (last === null || (last !== undefined && last.conversationId !== stored.id))
    return notFound("event with this id in the conversation");

  // The log is read twice; events stored in between would be in only one of the reads.
  const { eventId: lastId } = await readCut(store());
  const masks = await conversationMasks(viewer, stored);
  const read = () => eachEvent(maskedLog(masks, stored.id, readLog(store(), stored.id, { upTo: last, lastId })));
  const pairing = new Pairing();
  for await (const event of read()) pairing.add(event);
  const questions = new QuestionReader(pairing.exchanges());
  for await (const event of read()) questions.add(event);
  return questions.read();
}
