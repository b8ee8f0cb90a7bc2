import type { TranscriptFormat } from "@/lib/api/transcript";
import type { Conversation } from "@/lib/conversation/conversation";
import type { Event } from "@/lib/events/event";
import { readTranscript } from "./transcript";
import { transcriptHtml } from "./transcript-html";
import { transcriptMarkdown } from "./transcript-markdown";
import { transcriptText } from "./transcript-text";

const writers = { txt: transcriptText, md: transcriptMarkdown, html: transcriptHtml };

/**
 * A conversation with all its events, in timeline order, in one of the transcript's forms. In pieces, some of them empty: between
 * two of them whoever writes a long transcript can let others have their turn.
 */
export function* writeTranscript(
  format: TranscriptFormat,
  conversation: Conversation,
  events: readonly Event[],
): Generator<string> {
  if (format === "json") {
    yield `{"conversation":${JSON.stringify(conversation)},"events":[`;
    for (const [place, event] of events.entries()) yield `${place === 0 ? "" : ","}${JSON.stringify(event)}`;
    yield "]}";
    return;
  }
  yield* writers[format](yield* readTranscript(conversation, events));
}
