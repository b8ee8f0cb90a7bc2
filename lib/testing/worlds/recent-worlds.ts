import { pick, randomNumbers } from "@/lib/testing/many-conversations";
import { type ServiceEvent, serviceWorld } from "./service-world";

const hour = 3_600_000;

/** `count` conversations of three bots that began in the last ten days, none of them about 24 hours ago. */
export function recentWorlds(seed: number, count: number, now: number): ServiceEvent[][] {
  const random = randomNumbers(seed);
  return Array.from({ length: count }, (_, place) => {
    const world = serviceWorld(random, 1 + Math.floor(random() * 30), place);
    const hoursAgo = random() < 0.25 ? 2 + random() * 20 : 26 + random() * 214;
    const seconds = Math.floor((now - hoursAgo * hour) / 1000);
    const shift = seconds * 1000 - Date.UTC(2024, 0, 1);
    const bot = { id: 1 + Math.floor(random() * 3) };
    const visitor = { key: `visitor-${Math.floor(random() * 60)}`, id: place };
    const moved = world.map((event) => ({
      ...event,
      conversation: { ...event.conversation, key: event.conversation.key.slice(0, 32) + seconds },
      account: { ...event.account, bot },
      visitor,
      timestamp: later(event.timestamp, shift),
    }));
    const last = moved.at(-1);
    if (last === undefined || random() < 0.4) return moved;
    const variables = ["plan", "browser_language"].map((name) => {
      return { type: "text", name, value: pick(random, ["pro", "free", "en-GB", "日本語"]) };
    });
    const setting = { type: "variables", payload: { variables } };
    if (random() < 0.5) return [...moved, { ...last, event: setting, timestamp: later(last.timestamp, 500) }];
    const label = pick(random, [
      { id: 11, name: "vip" },
      { id: 12, name: "refund" },
    ]);
    const event = { type: "conversation_labels", payload: { labels: [label], action: "added" } };
    return [...moved, { ...last, event, timestamp: later(last.timestamp, 1000) }];
  });
}

function later(timestamp: string, milliseconds: number): string {
  const [moment = "", fraction = ""] = timestamp.split(".");
  const at = Date.parse(`${moment.replace(" ", "T")}.${fraction.slice(0, 3)}Z`) + milliseconds;
  return new Date(at).toISOString().replace("T", " ").replace("Z", fraction.slice(3));
}

/** In another order, with some of them twice. */
export function shuffled(events: readonly ServiceEvent[], random: () => number): ServiceEvent[] {
  const repeated = events.filter(() => random() < 0.02);
  return [...events, ...repeated]
    .map((event) => ({ event, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ event }) => event);
}

/** The conversations of another seed, under other keys. */
export function renumbered(world: readonly ServiceEvent[], seed: number): ServiceEvent[] {
  return world.map((event) => {
    const { conversation } = event;
    return { ...event, conversation: { ...conversation, key: String(seed) + conversation.key.slice(1) } };
  });
}
