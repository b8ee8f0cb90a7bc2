import type { TranscriptFormat } from "@/lib/api/schemas/transcript";
import type { Conversation } from "@/lib/conversation/conversation";
import type { Event } from "@/lib/events/event";
import { type TranscriptForm, type TranscriptLine, TranscriptReader } from "./transcript";
import { transcriptHtml } from "./transcript-html";
import { transcriptMarkdown } from "./transcript-markdown";
import { transcriptText } from "./transcript-text";

const forms: Record<Exclude<TranscriptFormat, "json">, TranscriptForm> = {
  txt: transcriptText,
  md: transcriptMarkdown,
  html: transcriptHtml,
};

/** Returns a conversation's events in timeline order, from the first, each time it is called. */
export type ReadEvents = () => AsyncIterable<readonly Event[]> | Iterable<readonly Event[]>;

/**
 * Writes a conversation with all its events in one of the transcript formats. Yields chunks, some of them empty, between which
 * the caller can let other work run. Holds no more events than `read` returns at once.
 */
export async function* writeTranscript(
  format: TranscriptFormat,
  conversation: Conversation,
  read: ReadEvents,
): AsyncGenerator<string> {
  if (format === "json") {
    yield `{"conversation":${JSON.stringify(conversation)},"events":[`;
    let separator = "";
    for await (const events of read()) {
      for (const event of events) {
        yield separator + JSON.stringify(event);
        separator = ",";
      }
    }
    yield "]}";
    return;
  }
  const form = forms[format];
  const reader = new TranscriptReader(conversation);
  for await (const events of read()) {
    for (const event of events) {
      reader.add(event);
      yield "";
    }
  }
  yield form.head(reader.head());
  let before: TranscriptLine | null = null;
  for await (const events of read()) {
    for (const event of events) {
      const line = reader.lineOf(event);
      yield form.entry(line, before);
      before = line;
    }
  }
  yield form.end(reader.end());
}
