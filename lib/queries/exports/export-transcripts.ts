import "server-only";
import type { TranscriptFormat } from "@/lib/api/schemas/transcript";
import type { Viewer } from "@/lib/auth/viewer";
import type { ConversationFilters } from "@/lib/filters/conversation-filters";
import { unrevealedMasks } from "@/lib/queries/conversations/conversation-masks";
import { conversationTranscript } from "@/lib/queries/conversations/conversation-transcript";
import { Refusal } from "@/lib/queries/refusal";
import { store } from "@/lib/store/connection/client";
import { listMatching, readCut } from "@/lib/store/lists/list-matching";
import { requireShown } from "@/lib/store/lists/personal-parameters";
import { fileNameOf } from "./file-name-of";
import { type ZippedFile, zipPieces } from "./zip-pieces";

interface TranscriptsRequest {
  filters: ConversationFilters;
  format: TranscriptFormat;
}

/**
 * The transcripts of the matching conversations, as a zip with one file each.
 */
export async function exportTranscripts(
  viewer: Viewer,
  request: TranscriptsRequest,
): Promise<AsyncGenerator<Uint8Array>> {
  await requireShown(store(), viewer, { filters: request.filters });
  return zipPieces(files(viewer, request));
}

async function* files(viewer: Viewer, { filters, format }: TranscriptsRequest): AsyncGenerator<ZippedFile> {
  for await (const conversations of listMatching(store(), viewer, filters, await readCut(store()))) {
    for (const { id, key } of conversations) {
      const transcript = await conversationTranscript(viewer, { key, format }, unrevealedMasks);
      if (transcript instanceof Refusal) continue;
      const { conversation, pieces } = transcript;
      yield { name: `${fileNameOf(conversation, id)}.${format}`, date: new Date(conversation.lastEventAt), pieces };
    }
  }
}
