import { fileStream } from "@/app/api/v1/export/file-stream";
import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { transcriptMediaTypes } from "@/lib/api/schemas/transcript";
import { conversationTranscript } from "@/lib/queries/conversations/conversation-transcript";
import { Refusal } from "@/lib/queries/refusal";

export const { GET, POST, PUT, PATCH, DELETE } = serve(
  definitions.getTranscript,
  async ({ viewer, path, query, request }) => {
    const { format } = query;
    const transcript = await conversationTranscript(viewer, { key: path.key, format });
    if (transcript instanceof Refusal) return transcript;
    const name = path.key.replace(/[^\w-]+/g, "_").slice(0, 80);
    // Served as a download: visitors' texts must never become a page of this site.
    return fileStream(transcript.pieces, {
      fileName: `conversation-${name}.${format}`,
      contentType: `${transcriptMediaTypes[format]}; charset=utf-8`,
      signal: request.signal,
    });
  },
);
