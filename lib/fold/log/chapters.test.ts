import { describe, expect, it } from "vitest";
import { compareEvents } from "@/lib/events/compare-events";
import type { Event } from "@/lib/events/event";
import { simulate } from "@/lib/simulator/simulate";
import { asEvents } from "@/lib/testing/as-events";
import { Script } from "@/lib/testing/script";
import { fold, toConversation } from "../fold";
import { chaptersOf } from "./chapters";
import { LogReader } from "./conversation-log";

const bot = { type: "bot", id: "1" };
const ines = { type: "user", id: "8", email: "ines@example.com" };
const lian = { type: "user", id: "9", email: "lian@example.com" };
const billing = { type: "team", id: "3", name: "Billing" };

function chapters(arrived: readonly Event[]) {
  const events = arrived.toSorted(compareEvents);
  const reading = new LogReader().readTo(events);
  let step = reading.next();
  while (!step.done) step = reading.next();
  return chaptersOf({ conversation: toConversation(fold(events)), statusChanges: step.value.statusChanges, events });
}

function told(events: readonly Event[]): string[] {
  return chapters(events).map(({ kind, eventId, actor, milliseconds, outcome }) =>
    [
      `${eventId} ${kind}`,
      actor?.name ?? actor?.email ?? actor?.id,
      `${milliseconds / 1000} s`,
      outcome && `→ ${outcome.kind} ${outcome.actor?.name ?? outcome.actor?.email ?? outcome.actor?.id ?? ""}`.trim(),
    ]
      .filter(Boolean)
      .join(" "),
  );
}

/** The bot, a team, two agents, closed, and reopened. */
function wholeStory(): Script {
  const script = new Script(10);
  const replies = (by: unknown, text: string) =>
    script.add("message", { message_by: by, message: { type: "text", text } });
  script.text("bot", "Hello");
  script.text("visitor", "A human, please");
  script.add("assignee_change", { changed_by: bot, from: bot, to: billing });
  script.text("visitor", "Anybody?");
  script.add("assignee_change", { changed_by: ines, from: billing, to: ines });
  replies(ines, "Ines here");
  script.add("assignee_change", { changed_by: ines, from: ines, to: lian });
  replies(lian, "Lian here");
  script.add("status", { status: "Close", closed_by: lian });
  script.add("assignee_change", { changed_by: lian, from: lian, to: null });
  script.add("status", { status: "Open", opened_by: ines });
  script.add("assignee_change", { changed_by: ines, from: null, to: ines });
  script.text("visitor", "It came back");
  return script;
}

const wholeOutline = [
  "1 bot 1 20 s → handedOver Billing",
  "3 handover Billing 30 s → answered ines@example.com",
  "6 agent ines@example.com 10 s → handedOver lian@example.com",
  "7 agent lian@example.com 20 s → closed lian@example.com",
  "9 closed lian@example.com 20 s → reopened ines@example.com",
  "11 reopened ines@example.com 10 s → handedOver ines@example.com",
  "12 agent ines@example.com 10 s → waiting",
];

describe("chaptersOf", () => {
  it("tells the parts of a conversation, how long each took and what came of it", () => {
    expect(told(wholeStory().events)).toEqual(wholeOutline);
  });

  it("is the same in whatever order the events arrived", () => {
    const { events } = wholeStory();
    expect(told(events.toReversed())).toEqual(wholeOutline);
    const swapped = events
      .map((_, place) => events[(place * 5) % events.length])
      .filter((event) => event !== undefined);
    expect(swapped.map(({ id }) => id)).not.toEqual(events.map(({ id }) => id));
    expect(told(swapped)).toEqual(wholeOutline);
  });

  it("says so where nobody answered: the visitor the bot, or an agent the visitor", () => {
    const script = new Script(10);
    expect(told(script.events)).toEqual([]);
    script.says("bot", { type: "email", payload: { title: "Your e-mail?" } });
    expect(told(script.events)).toEqual(["1 bot 0 s → unanswered"]);
    script.add("assignee_change", { from: bot, to: ines });
    script.text("visitor", "Hello?");
    expect(told(script.events).at(-1)).toBe("2 handover ines@example.com 10 s → waiting");
    script.add("status", { status: "Close", closed_by: { type: "system" } });
    expect(told(script.events).slice(1)).toEqual(["2 handover ines@example.com 20 s → neverAnswered", "4 closed 0 s"]);
  });

  it("gives the bot what begins in nobody's charge, and nobody what is unassigned", () => {
    const script = new Script(10);
    script.text("bot", "Hello");
    script.add("assignee_change", { from: null, to: null, changed_by: bot });
    script.add("assignee_change", { from: null, to: ines });
    expect(told(script.events)).toEqual([
      "1 bot 10 s → unassigned",
      "2 unassigned 10 s → handedOver ines@example.com",
      "3 handover ines@example.com 0 s → waiting",
    ]);
  });

  it("counts a human message without an assignment as that human's chapter", () => {
    const script = new Script(10);
    script.text("bot", "Hello");
    script.add("message", { message_by: ines, message: { type: "text", text: "Ines here" } });
    expect(told(script.events)).toEqual(["1 bot 10 s → handedOver ines@example.com", "2 agent ines@example.com 0 s"]);
  });

  it("covers every event of simulated conversations once, in order", () => {
    const kinds = new Set<string>();
    for (const conversation of simulate({ seed: "chapters", conversations: 60, now: Date.UTC(2026, 10, 22, 12) })) {
      const found = chapters(asEvents(conversation));
      expect(found[0]?.index).toBe(0);
      expect(found.every(({ index }, place) => place === 0 || index > (found[place - 1]?.index ?? 0))).toBe(true);
      for (const { kind } of found) kinds.add(kind);
    }
    expect([...kinds].sort()).toEqual(expect.arrayContaining(["agent", "bot", "closed", "handover"]));
  });
});
