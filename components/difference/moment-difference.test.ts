import { expect, it } from "vitest";
import { atOnce } from "@/components/ui/in-slices";
import { stateAt } from "@/lib/fold/checkpoints";
import { toConversation } from "@/lib/fold/fold";
import { LogReader } from "@/lib/fold/log/conversation-log";
import { Script } from "@/lib/testing/script";
import { momentDifference } from "./moment-difference";

const ines = { type: "user", id: "2", email: "ines@example.com" };

/** Compares the states right after two events, by their ids. */
function compare({ events }: Script, from: string, to: string) {
  const [first, last] = [Number(from) - 1, Number(to) - 1];
  const { changes } = atOnce(new LogReader().readTo(events));
  return momentDifference({
    before: toConversation(stateAt(events, first)),
    after: toConversation(stateAt(events, last)),
    between: events.slice(first + 1, last + 1),
    changes,
  });
}

it("contains the last event that caused it, and the number of changes", () => {
  const script = new Script();
  const start = script.sets("plan", "free");
  script.sets("plan", "team");
  const upgrade = script.sets("plan", "pro");
  const city = script.sets("city", "Łódź");
  const label = script.add("conversation_labels", {
    action: "added",
    labels: [{ id: 7, name: "vip" }],
    action_performed_by: ines,
  });
  const assigned = script.add("assignee_change", { changed_by: ines, from: null, to: ines });
  const note = script.add("note", { note_by: ines, note: "Call back" });
  const closed = script.add("status", { closed_by: ines, status: "Close" });
  const difference = compare(script, start, closed);
  expect(
    difference.variables.map(({ name, before, after, cause }) => [name, before?.value, after?.value, cause]),
  ).toMatchObject([
    ["plan", "free", "pro", { eventId: upgrade, times: 2 }],
    ["city", undefined, "Łódź", { eventId: city, times: 1 }],
  ]);
  expect(difference).toMatchObject({
    labels: [{ id: "7", before: null, after: { name: "vip" }, cause: { eventId: label } }],
    assignee: { before: null, after: { id: "2" }, cause: { eventId: assigned } },
    status: { before: "open", after: "closed", cause: { eventId: closed } },
    notes: { added: [{ eventId: note }], removed: [] },
    counts: [{ of: "events", before: 1, after: 8 }],
    passing: [],
  });
});

it("contains what was changed and changed back", () => {
  const script = new Script();
  const start = script.sets("plan", "free");
  script.sets("plan", "pro");
  const back = script.sets("plan", "free");
  script.add("conversation_labels", { action: "added", labels: [{ id: 7, name: "vip" }] });
  const gone = script.add("conversation_labels", { action: "removed", labels: [{ id: 7 }] });
  const { variables, labels, passing } = compare(script, start, gone);
  expect([variables, labels]).toEqual([[], []]);
  expect(passing).toMatchObject([
    { what: "plan", cause: { eventId: back, times: 2 } },
    { what: "vip", cause: { eventId: gone, times: 2 } },
  ]);
});

it("links another title to the event that set the name", () => {
  const script = new Script();
  const start = script.text("visitor", "Hello");
  const named = script.sets("visitor_name", "Amara");
  expect(compare(script, start, named).title).toMatchObject({ after: "Amara", cause: { eventId: named } });
});

it("tells which waits began and ended, and with which event", () => {
  const script = new Script(60);
  const start = script.text("visitor", "Hello");
  script.add("assignee_change", { changed_by: ines, from: null, to: ines });
  const asked = script.text("visitor", "Anybody?");
  const reply = script.add("message", { message_by: ines, message: { type: "text", text: "Ines here" } });
  expect(compare(script, start, asked).waits).toMatchObject([
    { of: "waitingSince", before: null, cause: { eventId: asked } },
  ]);
  expect(compare(script, asked, reply).waits.map(({ of, after, cause }) => [of, after, cause?.eventId])).toEqual([
    ["humanWaitMs", 120_000, reply],
    ["firstReplyMs", 180_000, reply],
    ["longestReplyMs", 60_000, reply],
    ["waitingSince", null, reply],
  ]);
});
