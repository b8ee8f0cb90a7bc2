import type { Summary } from "@/lib/conversation/conversation";

export interface Preview {
  /** The speaker, unless it is the visitor. */
  by: string | null;
  text: string;
}

/** The line below the title: the last message and its speaker. */
export function preview({ lastMessage, eventCount }: Pick<Summary, "lastMessage" | "eventCount">): Preview {
  if (lastMessage === null) return { by: null, text: eventCount === 1 ? "1 event, no message" : "No message yet" };
  return { by: speakers[lastMessage.by] ?? null, text: lastMessage.text };
}

const speakers: Record<string, string> = { bot: "Bot", user: "Agent", team: "Team", system: "System" };
