import { type APIRequestContext, type APIResponse, expect } from "@playwright/test";
import type { PlatformEvent, PlatformMessage } from "@/lib/simulator/platform-event";

/** A client that sends deliveries like the platform. */
export class Webhook {
  constructor(
    readonly request: APIRequestContext,
    readonly token: string,
  ) {}

  /** Sends events and expects all of them to be accepted. */
  async deliver(...events: PlatformEvent[]): Promise<void> {
    const response = await this.post({ events });
    expect(response.status(), await response.text()).toBe(200);
  }

  post(body: unknown, headers: Record<string, string> = { authorization: this.token }): Promise<APIResponse> {
    const data = typeof body === "string" ? Buffer.from(body) : JSON.stringify(body);
    return this.request.post("/api/webhook", {
      data,
      headers: { "content-type": "application/json", ...headers },
      maxRedirects: 0,
    });
  }
}

let conversations = 0;

/** Builds events of one new conversation, a second apart. */
export function conversation(options: { key?: string; visitorKey?: string; startedAt?: string; botId?: number } = {}) {
  const botId = options.botId ?? 8101;
  const number = ++conversations;
  const startedAt = Date.parse(options.startedAt ?? "2026-11-20T09:00:00Z");
  const random = `${process.pid.toString(16)}${Date.now().toString(16)}${number.toString(16)}`;
  const key = options.key ?? random.padStart(32, "0").slice(-32) + String(Math.floor(startedAt / 1000));
  let events = 0;
  const event = (type: string, payload: Record<string, unknown>): PlatformEvent => ({
    event: { type, payload },
    conversation: { key, id: 7_100_000 + number },
    account: { key: "E2Eaccount000000000000000000000", id: 700, bot: { id: botId } },
    visitor: { key: options.visitorKey ?? `visitor-${random}`, id: 830_000 + number },
    timestamp: `${new Date(startedAt + ++events * 1000).toISOString().slice(0, 19).replace("T", " ")}.000${String(events % 1000).padStart(3, "0")}`,
  });
  const agent = { email: "ines.oduya@example.com", id: "9101", type: "user" };
  const bot = { email: "bot-8101@bots.example.com", id: "7001", type: "bot" };
  return {
    key,
    event,
    agent,
    bot,
    visitorSays: (message: PlatformMessage | string) =>
      event("message", { message_by: { email: null, id: null, type: "visitor" }, message: asMessage(message) }),
    botSays: (message: PlatformMessage | string) => event("message", { message_by: bot, message: asMessage(message) }),
    agentSays: (message: PlatformMessage | string) =>
      event("message", { message_by: agent, message: asMessage(message) }),
    create: (title: string, variables: { type: string; name: string; value: unknown }[] = []) =>
      event("conversation_create", {
        assigned_to_user: bot,
        created_at: new Date(startedAt).toISOString().slice(0, 23).replace("T", " ").padEnd(26, "0"),
        title,
        bot_id: botId,
        channel: { name: 1, provider: 0 },
        is_new_visitor: true,
        is_closed: 0,
        external_key: key,
        browser: "Chrome 142 (142.0.0.0)",
        variables,
      }),
  };
}

function asMessage(message: PlatformMessage | string): PlatformMessage {
  return typeof message === "string" ? { type: "text", text: message } : message;
}
