import type { TranscriptFormat } from "@/lib/api/transcript";
import type { Conversation } from "@/lib/conversation/conversation";
import type { Event } from "@/lib/events/event";
import { transcriptOf } from "./transcript";
import { transcriptHtml } from "./transcript-html";
import { transcriptMarkdown } from "./transcript-markdown";
import { transcriptText } from "./transcript-text";

/** A conversation with all its events, in timeline order, in one of the transcript's forms. */
export function writeTranscript(
  format: TranscriptFormat,
  conversation: Conversation,
  events: readonly Event[],
): string {
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
