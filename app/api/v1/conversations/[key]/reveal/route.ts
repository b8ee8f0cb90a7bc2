import { serve, serveChange, together } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { conversationReveal } from "@/lib/queries/conversations/conversation-reveal";
import { revealConversation } from "@/lib/saved/reveal";

export const { GET, POST, PUT, PATCH, DELETE } = together(
  serve(definitions.getReveal, ({ viewer, path }) => conversationReveal(viewer, path.key)),
  serveChange(definitions.createReveal, ({ viewer, path, body }) =>
    revealConversation(viewer, { key: path.key, reason: body.reason }),
  ),
);
