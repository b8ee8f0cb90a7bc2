import * as z from "zod";
import { type ConversationCreation, startConversation } from "@/lib/conversation/start-conversation";
import type { EventDefinition } from "@/lib/event-types/event-definition";
import { readAssignee } from "@/lib/events/actor";
import { categories } from "@/lib/events/event-category";
import { identifier } from "@/lib/events/identifier";
import { flag, isNothing, optionalNumber, optionalText } from "@/lib/messages/lenient";
import { variableAssignments } from "@/lib/messages/parts/variable-assignments";
import { plainText } from "@/lib/text/plain-text";

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
  .transform(
    (sent): ConversationCreation => ({
      title: sent.title,
      createdAt: sent.created_at,
      botId: sent.bot_id ?? null,
      externalKey: sent.external_key ?? null,
      isClosed: sent.is_closed ?? null,
      channel: sent.channel,
      assignee: sent.assigned_to_user,
      variables: sent.variables,
    }),
  );

export const conversationCreate: EventDefinition<"conversation_create", ConversationCreation> = {
  type: "conversation_create",
  payload,
  sentence: ({ title }) =>
    title === "" ? ["Conversation started"] : ["Conversation started: ", { strong: plainText(title) }],
  row: "line",
  icon: "start",
  category: categories.status,
  outline: () => "Created",
  apply: startConversation,
};
