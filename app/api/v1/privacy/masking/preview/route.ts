import { serve } from "@/app/api/v1/serve";
import { noteRead } from "@/app/note-read";
import { definitions } from "@/lib/api/endpoints/definitions";
import { maskingPreview } from "@/lib/queries/privacy/masking-preview";
import { Refusal } from "@/lib/queries/refusal";

export const { GET, POST, PUT, PATCH, DELETE } = serve(definitions.previewMasking, async ({ viewer, query }) => {
  const shown = await maskingPreview(viewer, query.key);
  // It shows what the conversation itself shows, also of the latest one, which has no key in the URL.
  if (!(shown instanceof Refusal) && shown.conversation !== null)
    noteRead(viewer, definitions.getConversation, { path: { key: shown.conversation.key } });
  return shown;
});
