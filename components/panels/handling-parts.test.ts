import { expect, it } from "vitest";
import { actorName } from "@/lib/events/actor-name";
import { fold, toConversation } from "@/lib/fold/fold";
import { Script } from "@/lib/testing/script";
import { handlingParts } from "./handling-parts";

const lian = { type: "user", id: "8", email: "lian@example.com" };

function partsOf({ events }: Script, now = events.at(-1)?.occurredAt ?? "") {
  const conversation = toConversation(fold(events));
  return handlingParts({
    conversation,
    firstEventId: events[0]?.id ?? null,
    nameOf: (actor) => (actor === null ? "nobody" : actorName(actor)),
    now: Date.parse(now),
  }).map(({ text, eventId, isWaiting }) => `${text} → ${eventId}${isWaiting ? " !" : ""}`);
}

it("lists who handled a conversation, event by event", () => {
  const script = new Script(60);
  expect(partsOf(script)).toEqual([]);
  script.text("visitor", "Hello");
  script.text("bot", "How can I help?");
  expect(partsOf(script)).toEqual(["Bot 1 min → 1"]);
  script.add("assignee_change", { from: null, to: lian });
  script.text("visitor", "Is anybody there?");
  expect(partsOf(script)).toEqual(["Bot 2 min → 1", "waiting for a reply for 1 min → 3 !"]);
  const reply = { message_by: lian, message: { type: "text", text: "Hi, Lian here" } };
  script.add("message", reply);
  expect(partsOf(script)).toEqual(["Bot 2 min → 1", "waited 2 min → 3", "first reply by Lian → 5"]);
  script.add("message", { ...reply, message: { type: "text", text: "What is it?" } });
  script.text("visitor", "My order");
  const parts = ["Bot 2 min → 1", "waited 2 min → 3", "first reply by Lian → 5", "2 replies → 6"];
  expect(partsOf(script, "2023-09-01T00:10:00.000000Z")).toEqual([...parts, "waiting 3 min → 7 !"]);
  script.add("status", { status: "Close", closed_by: lian });
  expect(partsOf(script)).toEqual(parts);
});

it("says so if nobody ever answered", () => {
  const script = new Script(60);
  script.add("assignee_change", { from: null, to: lian });
  script.add("status", { status: "Close", closed_by: lian });
  expect(partsOf(script)).toEqual(["never answered → 1"]);
});
