import "server-only";
import { Readable } from "node:stream";
import ZipStream from "zip-stream";
import type { TranscriptFormat } from "@/lib/api/schemas/transcript";
import type { Viewer } from "@/lib/auth/viewer";
import type { Conversation } from "@/lib/conversation/conversation";
import type { ConversationFilters } from "@/lib/filters/conversation-filters";
import { conversationTranscript } from "@/lib/queries/conversations/conversation-transcript";
import { Refusal } from "@/lib/queries/refusal";
import { store } from "@/lib/store/connection/client";
import { listMatching, readCut } from "@/lib/store/lists/list-matching";

interface TranscriptsRequest {
  filters: ConversationFilters;
  format: TranscriptFormat;
}

/**
 * The transcripts of the matching conversations, as a zip with one file each. Only one chunk of a transcript is in memory at a
 * time, plus the zip's directory of the files written so far.
 */
export async function exportTranscripts(
  viewer: Viewer,
  request: TranscriptsRequest,
): Promise<AsyncGenerator<Uint8Array>> {
  return pieces(files(viewer, request));
}

interface ZippedFile {
  name: string;
  date: Date;
  /** Its content, generated while it is compressed. */
  pieces: AsyncGenerator<string>;
}

async function* files(viewer: Viewer, { filters, format }: TranscriptsRequest): AsyncGenerator<ZippedFile> {
  for await (const conversations of listMatching(store(), filters, await readCut(store()))) {
    for (const { id, key } of conversations) {
      const transcript = await conversationTranscript(viewer, { key, format });
      if (transcript instanceof Refusal) continue;
      const { conversation, pieces } = transcript;
      yield { name: `${nameOf(conversation, id)}.${format}`, date: new Date(conversation.lastEventAt), pieces };
    }
  }
}

async function* pieces(written: AsyncGenerator<ZippedFile>): AsyncGenerator<Uint8Array> {
  const zip = new ZipStream({ level: 6 });
  const add = ({ name, date, pieces }: ZippedFile) =>
    new Promise<void>((resolve, reject) => {
      zip.entry(Readable.from(pieces, { objectMode: false }), { name, date }, (error) =>
        error ? reject(error) : resolve(),
      );
    });
  const feed = async () => {
    for await (const file of written) {
      if (zip.destroyed) return;
      await add(file);
    }
    zip.finalize();
  };
  // An error here ends the loop below with the same error.
  feed().catch((error) => zip.destroy(error));
  try {
    for await (const chunk of zip) yield chunk;
  } finally {
    zip.destroy();
  }
}

/** `2023-09-01 Amara Bello 42bb83f0…`: sorts by day, is readable, and is unique. */
function nameOf({ key, title, createdAt }: Conversation, id: bigint): string {
  const readable = title
    .replace(/[^\p{L}\p{M}\p{N} ._-]+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  const safeKey = key.replace(/[^\w-]+/g, "_").slice(0, 80);
  const own = safeKey === key ? key : `${safeKey}-${id}`;
  return [
    createdAt.slice(0, 10),
    [...readable]
      .slice(0, 60)
      .join("")
      .replace(/^\.+|\.+$/g, ""),
    own,
  ]
    .filter((part) => part !== "")
    .join(" ");
}
