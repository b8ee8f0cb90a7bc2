import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { Pairing } from "@/lib/conversation/exchanges";
import { type Question, questionnaire } from "@/lib/conversation/questionnaire";
import type { Event } from "@/lib/events/event";
import { store } from "@/lib/store/client";
import { readConversation } from "@/lib/store/read-conversation";
import { readLog } from "@/lib/store/read-log";
import { readStoredEvent } from "@/lib/store/read-stored-event";
import { notFound, type Refusal } from "./refusal";

/** A conversation's questions with what became of them: up to now, or as it was right after the event `at`. */
export async function conversationQuestions(
  _viewer: Viewer,
  { key, at }: { key: string; at?: string | undefined },
): Promise<Question[] | Refusal> {
  const stored = await readConversation(store(), key);
  if (stored === null) return notFound("conversation with this key");
  const last = at === undefined ? undefined : await readStoredEvent(store(), BigInt(at));
  if (last === null || (last !== undefined && last.conversationId !== stored.id))
    return notFound("event with this id in the conversation");

  const pairing = new Pairing();
  const messages: Event[] = [];
  for await (const events of readLog(store().reader, stored.id, { upTo: last })) {
    for (const event of events) pairing.add(event);
    messages.push(...events.filter(({ type }) => type === "message"));
  }
  return questionnaire(messages, pairing.exchanges());
}
