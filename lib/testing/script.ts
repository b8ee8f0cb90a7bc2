import { readEvent } from "@/lib/event-types/read-event";
import type { Event } from "@/lib/events/event";

type Speaker = "visitor" | "bot" | "user";

/** Builds a test conversation event by event; each call returns its event's id (from 1). Events are `pace` seconds apart. */
export class Script {
  readonly events: Event[] = [];
  private seconds = 0;

  constructor(private readonly pace = 7) {}

  says(by: Speaker, message: unknown): string {
    return this.add("message", { message_by: { type: by, id: by === "visitor" ? null : by, email: null }, message });
  }

  text(by: Speaker, text: string): string {
    return this.says(by, { type: "text", text });
  }

  sets(name: string, value: unknown): string {
    return this.add("variables", {
      action_performed_by: { type: "bot", id: "1" },
      variables: [{ type: "text", name, value }],
    });
  }

  /** Gives the next event the same timestamp. */
  atOnce(): void {
    this.seconds -= this.pace;
  }

  add(type: string, payload: unknown): string {
    this.seconds += this.pace;
    const id = String(this.events.length + 1);
    const timestamp = new Date(Date.UTC(2023, 8, 1) + this.seconds * 1000).toISOString().replace(/[TZ]/g, " ").trim();
    const raw = JSON.stringify({ event: { type, payload }, conversation: { key: "k" }, timestamp });
    this.events.push(readEvent({ id, raw, receivedAt: "2023-09-02T00:00:00.000000Z", deliveryId: "1" }));
    return id;
  }
}
