import { readMessageLines } from "@/lib/messages/message-text";
import { readMessage } from "@/lib/messages/read-message";
import { plainLines } from "@/lib/messages/text/plain-lines";
import type { Event } from "./event";
import { storableText } from "./storable-text";

/** What an event says, in the lines that a page shows; `text` is the same in one line. */
export function eventLines({ type, payload, actor, text }: Pick<Event, "type" | "payload" | "actor" | "text">): string {
  if (typeof payload !== "object" || payload === null) return text;
  if (type === "message" && "message" in payload)
    return storableText(readMessageLines(readMessage(payload.message), actor?.type));
  if (type === "note" && "note" in payload && typeof payload.note === "string")
    return storableText(plainLines(payload.note));
  return text;
}
