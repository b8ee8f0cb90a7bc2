import type { Actor, Event } from "@/lib/events/event";
import { answerType } from "@/lib/messages/answer-type";
import { messageVariables } from "@/lib/messages/message-variables";
import type { ReadMessage } from "@/lib/messages/read-message";
import type { FoldState } from "./fold-state";
import { momentOf } from "./moment-of";
import { judgeAnswer, judgePrompt } from "./prompts/answer-gaps";
import { PromptMatcher } from "./prompts/prompt-matcher";
import { promptNotes } from "./prompts/prompt-notes";
import { recordBot, recordReply, recordVisitorMessage } from "./replies";
import { getOwn, setOwn } from "./set-own";
import { setVariables } from "./set-variables";
import { notePlainText } from "./steps/note-steps";
import { noteVisitorSaid } from "./stuck/note-stuck";
import { maxFirstMessageLength, maxPreviewLength } from "./text-limits";

/** Message types that are not spoken. */
const wordless = new Set<string | null>(["delay", "reaction", "system"]);

/** Counts a message, sets the variables of an answer, and tracks prompts and answers. */
export function addMessage(state: FoldState, said: { by: Actor | null; message: ReadMessage }, event: Event): void {
  const { by, message } = said;
  const answer = answerType(message);
  const isVisitors = by?.type === "visitor" || answer !== null;

  const matched = new PromptMatcher(state.prompts, promptNotes(state)).message(by, message, event);
  if (matched.kind === "answer") judgeAnswer(state, matched, event);
  if (matched.kind === "prompt") judgePrompt(state, message, matched.prompt, event);
  if (matched.kind === "prompt" && matched.prompt === null && message.type === "text")
    notePlainText(state, by, message, event);
  recordBot(state, by);
  if (isVisitors) {
    // A script's answer comes from the browser: the visitor has still not replied.
    if (answer !== "javascript.response" && !wordless.has(message.type)) {
      noteVisitorSaid(state, message, event, { isAnswer: answer !== null, isReply: !state.visitorSpokeLast });
      addVisitorMessage(state, event);
    }
    state.mayHaveAsked = false;
  } else if (!wordless.has(message.type)) {
    state.visitorSpokeLast = false;
    recordReply(state, by, message, event);
  }
  setVariables(state, messageVariables(message), event);

  count(state, by, event);
  state.firstMessageAt ??= event.occurredAt;
  // A pause of the bot is an event, but not a message.
  if (event.text !== "" && message.type !== "delay")
    state.lastMessage = {
      text: event.text.slice(0, maxPreviewLength).toWellFormed(),
      at: event.occurredAt,
      by: by?.type ?? "unknown",
    };
}

/** A message of the visitor. */
function addVisitorMessage(state: FoldState, event: Event): void {
  if (state.lastPrompt?.answered === false) state.lastPrompt = { ...state.lastPrompt, answered: true };
  const text = event.text.slice(0, maxFirstMessageLength).toWellFormed();
  state.firstVisitorMessage ??= { ...momentOf(event), text };
  if (!state.visitorSpokeLast) state.visitorTurns += 1;
  state.visitorSpokeLast = true;
  recordVisitorMessage(state, event);
}

function count(state: FoldState, by: Actor | null, event: Event): void {
  const { messageCounts, messageTypes } = state;
  if (by?.type === "visitor" || by?.type === "bot" || by?.type === "user") messageCounts[by.type] += 1;
  // Filters match types in any case.
  const type = event.messageType?.trim().toLowerCase() ?? null;
  if (type !== null) setOwn(messageTypes, type, (getOwn(messageTypes, type) ?? 0) + 1);
}
