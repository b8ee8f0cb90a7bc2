import { z } from "zod";
import { startConversation } from "@/lib/conversation/start-conversation";
import { flag, isNothing, optionalNumber, optionalText } from "@/lib/messages/lenient";
import { variableAssignments } from "@/lib/messages/parts/variable-assignments";
import { plainText } from "@/lib/messages/text/plain-text";
import { readAssignee } from "./actor";
import type { EventDefinition } from "./event-definition";
import { identifier } from "./identifier";

const channel = z
  .preprocess(
    (sent) => (typeof sent === "object" && sent !== null ? sent : { name: sent }),
    z.object({ name: optionalText, provider: optionalNumber }),
  )
  .optional()
  .default({ name: "", provider: null });

const payload = z
  .object({
    title: optionalText,
    created_at: optionalText,
    bot_id: z.unknown().transform(identifier).optional(),
    external_key: z.unknown().transform(identifier).optional(),
    is_closed: z.preprocess((sent) => (isNothing(sent) ? null : sent), z.union([z.null(), flag])).optional(),
    channel,
    assigned_to_user: z.unknown().transform(readAssignee).optional(),
    variables: variableAssignments,
  })
  .transform((sent) => ({
    title: sent.title,
    createdAt: sent.created_at,
    botId: sent.bot_id ?? null,
    externalKey: sent.external_key ?? null,
    /** Null when the event does not say. */
    isClosed: sent.is_closed ?? null,
    channel: sent.channel,
    /** Undefined when the event does not say. */
    assignee: sent.assigned_to_user,
    variables: sent.variables,
  }));

/** The platform's account of a new conversation. It may never come, or come long after the first message. */
export type ConversationCreation = z.infer<typeof payload>;

export const conversationCreate: EventDefinition<"conversation_create", ConversationCreation> = {
  type: "conversation_create",
  payload,
  sentence: ({ title }) =>
    title === "" ? ["Conversation started"] : ["Conversation started: ", { strong: plainText(title) }],
  apply: startConversation,
};
