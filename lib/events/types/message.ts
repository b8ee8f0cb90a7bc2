import { z } from "zod";
import { addMessage } from "@/lib/conversation/add-message";
import { readMessageText } from "@/lib/messages/message-text";
import { type ReadMessage, readMessage } from "@/lib/messages/read-message";
import { readActor } from "../actor";
import type { Actor } from "../event";
import type { EventDefinition } from "../event-definition";
import { identifier } from "../identifier";

const payload = z
  .object({ message_by: z.unknown().transform(readActor).optional(), message: z.unknown().optional() })
  .transform((sent) => ({ by: sent.message_by ?? null, message: readMessage(sent.message) }));

/** Something said. A message of an unknown type is still a message: counted, and shown as data. */
export const message: EventDefinition<"message", { by: Actor | null; message: ReadMessage }> = {
  type: "message",
  payload,
  sentence: (said) => [readMessageText(said.message, said.by?.type)],
  messageType: (said) => identifier(said.message.sentType),
  problem: (said) => (said.message.recognised ? null : said.message.reason),
  apply: addMessage,
};
