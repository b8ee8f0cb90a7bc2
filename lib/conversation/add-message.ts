import type { Actor, Event } from "@/lib/events/event";
import { messageVariables } from "@/lib/messages/message-variables";
import type { ReadMessage } from "@/lib/messages/read-message";
import type { FoldState } from "./fold-state";
import { noteAnswer, noteQuestion } from "./questions";
import { getOwn, setOwn } from "./set-own";
import { setVariables } from "./set-variables";

const longestPreview = 300;

/** Counts what was said, sets the variables that an answer carries, and keeps track of questions and answers. */
export function addMessage(state: FoldState, said: { by: Actor | null; message: ReadMessage }, event: Event): void {
  const { by, message } = said;
  const type = message.sentType?.trim().toLowerCase() ?? "";
  const isAnswer = type.endsWith(".response");
  const isVisitors = by?.type === "visitor" || isAnswer;

  if (isAnswer) noteAnswer(state, type, message, event);
  if (isVisitors) {
    // A script's answer comes from the browser: what the visitor was asked is as open as before.
    if (type !== "javascript.response") state.awaitsAnswer = false;
    state.questions.mayHaveAsked = false;
  } else noteQuestion(state, message, event);
  setVariables(state, messageVariables(message), event);

  count(state, by, event);
  state.firstMessageAt ??= event.occurredAt;
  if (event.text !== "")
    state.lastMessage = {
      text: event.text.slice(0, longestPreview).toWellFormed(),
      at: event.occurredAt,
      by: by?.type ?? "unknown",
    };
}

function count(state: FoldState, by: Actor | null, event: Event): void {
  const { messageCounts, messageTypes } = state;
  if (by?.type === "visitor" || by?.type === "bot" || by?.type === "user") messageCounts[by.type] += 1;
  const type = event.messageType;
  if (type !== null) setOwn(messageTypes, type, (getOwn(messageTypes, type) ?? 0) + 1);
}
