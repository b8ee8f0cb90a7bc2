import { isRecord } from "@/lib/json/is-record";

const idFields = ["id", "message_id", "wamid", "mid", "whatsapp_message_id", "external_id"];

/** The ids under which replies and reactions may refer to this message. */
export function messageIds(message: unknown, payload?: unknown): string[] {
  const places = [message, isRecord(message) ? message.payload : null, payload];
  return places.flatMap((place) =>
    isRecord(place) ? idFields.map((field) => place[field]).filter((id): id is string => typeof id === "string") : [],
  );
}
