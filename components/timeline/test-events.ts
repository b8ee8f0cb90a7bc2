import type { Actor, Event } from "@/lib/events/event";

const roles: Record<string, Actor> = {
  visitor: { type: "visitor", id: null, email: null, name: null },
  bot: { type: "bot", id: "1", email: "bot@example.com", name: null },
  agent: { type: "user", id: "2", email: "ines@example.com", name: null },
};

interface Sketch {
  /** Seconds after the start. */
  at: number;
  by?: "visitor" | "bot" | "agent";
  type?: string;
  text?: string;
  recognised?: boolean;
}

/** Events for tests of the page's logic, numbered from 1. */
export function sketchEvents(sketches: readonly Sketch[]): Event[] {
  return sketches.map(({ at, by, type = "message", text = "Hello", recognised = true }, index) => {
    const instant = `${new Date(Date.UTC(2026, 0, 8, 14, 0, 0) + at * 1000).toISOString().slice(0, -1)}000Z`;
    return {
      id: String(index + 1),
      type,
      messageType: type === "message" ? "text" : null,
      occurredAt: instant,
      receivedAt: instant,
      actor: by ? (roles[by] ?? null) : null,
      payload: {},
      text,
      recognised,
      deliveryId: "1",
      editedBy: null,
      envelope: {
        conversation: { key: "k", id: null },
        account: { key: "a", id: null },
        botId: null,
        visitor: { key: "v", id: null },
      },
    };
  });
}
