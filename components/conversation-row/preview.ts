import type { Summary } from "@/lib/conversation/conversation";

export interface Preview {
  /** Who speaks, where it is not the visitor. */
  by: string | null;
  text: string;
}

/** The list's line under the title: the last message, and who said it. */
export function preview({ lastMessage, eventCount }: Pick<Summary, "lastMessage" | "eventCount">): Preview {
  if (lastMessage === null) return { by: null, text: eventCount === 1 ? "1 event, no message" : "No message yet" };
  return { by: speakers[lastMessage.by] ?? null, text: lastMessage.text };
}

const speakers: Record<string, string> = { bot: "Bot", user: "Agent", team: "Team", system: "System" };
