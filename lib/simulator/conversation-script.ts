import type { Agent, Bot, Channel, Label } from "./cast";
import type { Phrasebook } from "./phrasebook";
import { type PlatformActor, type PlatformEvent, type PlatformMessage, platformTime } from "./platform-event";
import type { Random } from "./random";
import type { Visitor } from "./visitor";

const visitorActor: PlatformActor = { email: null, id: null, type: "visitor" };
const nobody: PlatformActor = { email: null, id: null, type: "user" };

export interface ScriptOptions {
  random: Random;
  bot: Bot;
  channel: Channel;
  visitor: Visitor;
  isNewVisitor: boolean;
  /** Microseconds since 1970. */
  startAt: number;
  /** The visitor leaves after this many events. */
  leavesAfter?: number;
}

/**
 * Generates one conversation event by event, without contradictions: each assignee change starts from the last assignee, only
 * current labels are removed, a closed conversation is not closed again.
 */
export class ConversationScript {
  readonly events: PlatformEvent[] = [];
  readonly random: Random;
  readonly bot: Bot;
  readonly visitor: Visitor;
  readonly words: Phrasebook;
  readonly channel: Channel;
  readonly key: string;
  readonly id: number;
  #now: number;
  #lastAt: number;
  #leavesAfter: number;
  #assignee: PlatformActor | null;
  #closed = false;
  #labels = new Map<number, Label>();

  constructor(options: ScriptOptions) {
    this.random = options.random;
    this.bot = options.bot;
    this.channel = options.channel;
    this.visitor = options.visitor;
    this.words = options.visitor.words;
    this.#now = options.startAt;
    this.#lastAt = options.startAt;
    this.#leavesAfter = options.leavesAfter ?? Number.POSITIVE_INFINITY;
    this.#assignee = options.bot.actor;
    this.key = this.random.hex(32) + String(Math.floor(options.startAt / 1_000_000));
    this.id = this.random.integer(7_000_000, 7_999_999);
    this.#create(options);
  }

  /** The visitor has left: later events are not recorded until `comeBack`. */
  get abandoned(): boolean {
    return this.events.length >= this.#leavesAfter;
  }

  get lastAt(): number {
    return this.#lastAt;
  }

  get isClosed(): boolean {
    return this.#closed;
  }

  /** Adds a pause in seconds; short ones are more likely. */
  wait(from: number, to: number): this {
    this.#now += Math.round(this.random.skewed(from, to) * 1_000_000) + this.random.integer(1, 999);
    return this;
  }

  /** For time-outs and other events after the visitor has left. */
  comeBack(): void {
    this.#leavesAfter = Number.POSITIVE_INFINITY;
    this.#now = this.#lastAt;
  }

  says(message: PlatformMessage): this {
    return this.wait(0.3, 2).#message(this.bot.actor, message);
  }

  agentSays(agent: Agent, message: PlatformMessage): this {
    return this.wait(12, 160).#message(agent.actor, message);
  }

  visitorSays(message: PlatformMessage, seconds: readonly [number, number] = [3, 70]): this {
    return this.wait(seconds[0], seconds[1]).#message(visitorActor, message);
  }

  sets(variables: Record<string, unknown>, by: PlatformActor = this.bot.actor): this {
    const list = Object.entries(variables).map(([name, value]) => ({
      type: typeof value === "number" ? "number" : "text",
      name,
      value: typeof value === "number" ? String(value) : value,
    }));
    if (this.#record("variables", { action_performed_by: by, variables: list })) this.#remember(variables);
    return this;
  }

  assigns(to: PlatformActor | null, by: PlatformActor): this {
    const payload = { changed_by: by, from: this.#assignee ?? nobody, to: to ?? nobody };
    if (this.#record("assignee_change", payload)) this.#assignee = to;
    return this;
  }

  adds(label: Label, by: PlatformActor): this {
    if (this.#labels.has(label.id)) return this;
    const payload = { action_performed_by: by, action: "added", labels: [{ ...label }] };
    if (this.#record("conversation_labels", payload)) this.#labels.set(label.id, label);
    return this;
  }

  removes(label: Label, by: PlatformActor): this {
    if (!this.#labels.has(label.id)) return this;
    const payload = { action_performed_by: by, action: "deleted", labels: [{ id: label.id }] };
    if (this.#record("conversation_labels", payload)) this.#labels.delete(label.id);
    return this;
  }

  notes(agent: Agent, note: string): this {
    this.wait(8, 60).#record("note", { note_by: agent.actor, note });
    return this;
  }

  closes(by: PlatformActor): this {
    if (this.#closed) return this;
    this.wait(1, 40);
    if (this.#record("status", { closed_by: by, status: "Close" })) this.#closed = true;
    return this;
  }

  reopens(by: PlatformActor): this {
    if (!this.#closed) return this;
    if (this.#record("status", { opened_by: by, status: "Open" })) this.#closed = false;
    return this;
  }

  /** An undocumented event type: an SLA breach, a delivery receipt. */
  reports(type: string, payload: Record<string, unknown>): this {
    this.wait(0.2, 3).#record(type, payload);
    return this;
  }

  #message(by: PlatformActor, message: PlatformMessage): this {
    this.#record("message", { message_by: by, message });
    return this;
  }

  #remember(variables: Record<string, unknown>): void {
    for (const [name, value] of Object.entries(variables)) {
      if (name.startsWith("visitor_")) this.visitor.known.set(name, value);
    }
  }

  #record(type: string, payload: Record<string, unknown>): boolean {
    if (this.abandoned) return false;
    this.#now += this.random.integer(40, 900) * 1000 + this.random.integer(0, 999);
    this.#lastAt = this.#now;
    this.events.push({
      event: { type, payload },
      conversation: { key: this.key, id: this.id },
      account: { ...this.bot.account, bot: { id: this.bot.id } },
      visitor: { key: this.visitor.key, id: this.visitor.id },
      timestamp: platformTime(this.#now),
    });
    return true;
  }

  #create({ startAt, isNewVisitor, channel, visitor, bot }: ScriptOptions): void {
    const created = platformTime(startAt);
    const system = {
      bot_name: bot.name,
      referrer_url: channel.number === 1 && this.random.chance(0.4) ? "https://search.example.com/" : "",
      timezone: this.words.timezone,
      os: visitor.os,
      browser_language: this.words.browserLanguage,
      browser: visitor.browser,
      ip_address: visitor.ip,
      global_channel_name: channel.variable,
    };
    const text = Object.entries({
      ...system,
      conversation_url: `https://app.example.com/account/${bot.account.id}/live-chat/bot/${bot.id}/conversations/unassigned/${this.key}`,
      source_url: `https://shop.example.com/${this.random.pick(["", "cart", "contact", "products/nordlys", "returns"])}`,
      contact_id: visitor.key,
      visitor_contact_created_by: channel.number === 1 ? "Web widget" : channel.variable,
      ...Object.fromEntries(visitor.known),
    }).map(([name, value]) => ({ type: "text", name, value }));
    const variables = [
      ...text,
      { type: "date", name: "conversation_created_at", value: `${created.slice(0, 23).replace(" ", "T")}000+00:00` },
    ];
    const name = visitor.known.get("visitor_name");
    this.#record("conversation_create", {
      assigned_to_user: bot.actor,
      created_at: created,
      title: typeof name === "string" ? name : channel.number === 3 ? visitor.phone : `Visitor - ${visitor.code}`,
      bot_id: bot.id,
      channel: { name: channel.number, provider: channel.provider },
      is_new_visitor: isNewVisitor,
      is_closed: 0,
      external_key: this.key,
      browser: visitor.browser,
      variables,
    });
  }
}
