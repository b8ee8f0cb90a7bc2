import { type Bot, bots, type Channel, channels, labels, systemActor } from "./cast";
import { ConversationScript } from "./conversation-script";
import type { PlatformEvent } from "./platform-event";
import { Random } from "./random";
import { aiAnswers, longCase } from "./scenarios/ai-answers";
import { appointment, reminder } from "./scenarios/appointment";
import { everyBlock } from "./scenarios/every-block";
import { leadCapture } from "./scenarios/lead-capture";
import { orderSupport } from "./scenarios/order-support";
import { whatsappStore } from "./scenarios/whatsapp-store";
import { makeVisitor, type Visitor } from "./visitor";

/** One simulated conversation, its events in time order. */
export interface SimulatedConversation {
  key: string;
  visitorKey: string;
  scenario: string;
  events: PlatformEvent[];
}

export interface SimulationOptions {
  /** The same seed and `now` generate the same conversations, byte for byte. */
  seed: string;
  conversations: number;
  /** No event is later than this, in milliseconds since 1970: ongoing conversations are cut there. */
  now: number;
  /** How many days back the first conversation may start. */
  days?: number;
}

interface Plot {
  name: string;
  weight: number;
  bot: Bot;
  channels: readonly Channel[];
  play: (script: ConversationScript) => void;
}

const { web, whatsapp, facebook, sms } = channels;

const plots: readonly Plot[] = [
  { name: "every block", weight: 0.5, bot: bots.shop, channels: [web], play: everyBlock },
  { name: "order support", weight: 30, bot: bots.shop, channels: [web, web, facebook], play: orderSupport },
  { name: "lead capture", weight: 18, bot: bots.leads, channels: [web, facebook], play: leadCapture },
  { name: "appointment", weight: 16, bot: bots.booking, channels: [web, web, whatsapp], play: appointment },
  { name: "WhatsApp store", weight: 16, bot: bots.store, channels: [whatsapp], play: whatsappStore },
  { name: "AI answers", weight: 12, bot: bots.answers, channels: [web, facebook], play: aiAnswers },
  { name: "reminder", weight: 6, bot: bots.reminders, channels: [sms, whatsapp], play: reminder },
  { name: "long case", weight: 1.2, bot: bots.shop, channels: [web], play: longCase },
];

/**
 * Plausible conversations without contradictions and gaps. The first few use each scenario once, so that a small number covers
 * everything.
 */
export function simulate({ seed, conversations, now, days = 14 }: SimulationOptions): SimulatedConversation[] {
  const random = new Random(seed);
  const visitors: Visitor[] = [];
  const span = days * 86_400_000;
  const starts = Array.from({ length: conversations }, () => now - 240_000 - random.next() ** 1.3 * span);
  return starts
    .sort((left, right) => left - right)
    .map((start, index) => {
      const startAt = Math.floor(start) * 1000 + random.integer(0, 999);
      const plot = (index < plots.length ? plots[index] : undefined) ?? weighted(random);
      const conversation = playConversation(random, plot, startAt, visitors);
      return { ...conversation, events: until(conversation.events, now) };
    });
}

/** One conversation that starts at the given time (microseconds since 1970); visitors may return. */
export function playConversation(
  random: Random,
  plot: Plot | null,
  startAt: number,
  visitors: Visitor[],
): SimulatedConversation {
  const { name, bot, channels: choices, play } = plot ?? weighted(random);
  const returning = visitors.filter(({ busyUntil }) => busyUntil < startAt - 60_000_000);
  const known = returning.length > 0 && random.chance(0.22) ? random.pick(returning) : null;
  const visitor = known ?? makeVisitor(random);
  if (!known) visitors.push(visitor);
  const script = new ConversationScript({
    random,
    bot,
    channel: random.pick(choices),
    visitor,
    isNewVisitor: known === null,
    startAt,
    ...(name !== "every block" && random.chance(0.16) ? { leavesAfter: random.integer(3, 14) } : {}),
  });
  play(script);
  if (script.abandoned) timesOut(script);
  visitor.busyUntil = script.lastAt;
  return { key: script.key, visitorKey: visitor.key, scenario: name, events: script.events };
}

/** The visitor left: after a day the platform closes the conversation. */
function timesOut(script: ConversationScript): void {
  script.comeBack();
  if (script.random.chance(0.3)) return;
  script.wait(80_000, 90_000).adds(labels.noAnswer, script.bot.actor).closes(systemActor);
}

function weighted(random: Random): Plot {
  let rest = random.next() * plots.reduce((sum, { weight }) => sum + weight, 0);
  for (const plot of plots) {
    rest -= plot.weight;
    if (rest <= 0) return plot;
  }
  return random.pick(plots);
}

function until(events: PlatformEvent[], now: number): PlatformEvent[] {
  const end = new Date(now).toISOString().slice(0, 23).replace("T", " ");
  return events.filter(({ timestamp }) => timestamp <= end);
}
