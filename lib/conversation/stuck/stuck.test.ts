import { describe, expect, it } from "vitest";
import { fold } from "@/lib/fold/fold";
import { Script } from "@/lib/testing/script";
import { fromIso } from "@/lib/time/instant";
import { stuckSignsOf } from "./signs-of";
import { type StuckKind, stuckAt, stuckRules } from "./stuck-reasons";

const minute = 60_000_000n;
const menu = { type: "button", payload: { title: "What next?", buttons: [{ title: "Orders" }, { title: "Returns" }] } };
const size = { type: "button", payload: { title: "Which size?", buttons: [{ title: "Small" }, { title: "Large" }] } };
const chose = (title: string) => ({ type: "button.response", payload: { title } });
const agent = { type: "user", id: "7", email: "ada@example.com" };
const bot = { type: "bot", id: "1", email: null };

/** A conversation with pauses of `pace` seconds. */
function conversation(pace = 7) {
  const script = new Script(pace);
  const assigns = (to: object | null) => script.add("assignee_change", { changed_by: agent, from: null, to });
  const closes = () => script.add("status", { closed_by: agent, status: "Close" });
  return { script, assigns, closes };
}

/** The reasons a while after the last event, in microseconds. */
function reasons({ events }: Script, after = 0n, isLeft = false) {
  const at = fromIso(events.at(-1)?.occurredAt ?? "") + after;
  const stuck = stuckAt(stuckSignsOf(fold(events)), at, isLeft);
  return Object.fromEntries((stuck?.reasons ?? []).map(({ kind, eventIds }) => [kind, eventIds]));
}

function kindsOf(script: Script, after = 0n, isLeft = false): string[] {
  return Object.keys(reasons(script, after, isLeft));
}

describe("the same prompt three times", () => {
  it("counts from the third showing on, and names all of them", () => {
    const { script } = conversation();
    const first = script.says("bot", menu);
    script.says("visitor", chose("Orders"));
    const second = script.says("bot", menu);
    script.says("visitor", chose("Orders"));
    expect(kindsOf(script)).toEqual([]);
    const third = script.says("bot", menu);
    expect(reasons(script)).toEqual({ repeatedPrompt: [first, second, third] });
  });

  it("ends when the bot goes on after an answer, or shows another prompt", () => {
    const { script } = conversation();
    for (let count = 0; count < 3; count += 1) script.says("bot", menu);
    script.says("visitor", chose("Orders"));
    expect(kindsOf(script)).toEqual(["repeatedPrompt"]);
    script.text("bot", "Your order is on its way.");
    expect(kindsOf(script)).toEqual([]);

    const { script: other } = conversation();
    for (let count = 0; count < 3; count += 1) other.says("bot", menu);
    other.says("bot", size);
    expect(kindsOf(other)).toEqual([]);
  });

  it("tells prompts apart, and counts again after a human", () => {
    const { script, assigns } = conversation();
    for (const prompt of [menu, size, menu, size]) script.says("bot", prompt);
    expect(kindsOf(script)).toEqual([]);
    script.says("bot", menu);
    expect(kindsOf(script)).toEqual(["repeatedPrompt"]);
    assigns(agent);
    expect(kindsOf(script)).toEqual([]);
    assigns(bot);
    script.says("bot", menu);
    expect(kindsOf(script)).toEqual([]);
  });
});

describe("typed replies instead of choices", () => {
  it("counts two in a row", () => {
    const { script } = conversation();
    script.says("bot", menu);
    const first = script.text("visitor", "where is it");
    script.text("bot", "Please choose:");
    script.says("bot", menu);
    expect(kindsOf(script)).toEqual([]);
    const second = script.text("visitor", "my parcel");
    expect(reasons(script)).toEqual({ typedInstead: [first, second] });
  });

  it("ends with a choice, or when the bot says something else", () => {
    for (const end of [
      (script: Script) => script.says("visitor", chose("Orders")),
      (script: Script) => script.text("bot", "Parcels take three days."),
    ]) {
      const { script } = conversation();
      script.says("bot", menu);
      script.text("visitor", "where is it");
      script.text("visitor", "my parcel");
      expect(kindsOf(script)).toEqual(["typedInstead"]);
      end(script);
      expect(kindsOf(script)).toEqual([]);
    }
  });

  it("does not count replies to texts, or after a choice", () => {
    const { script } = conversation();
    script.says("bot", menu);
    script.text("visitor", "do you ship to Norway");
    script.text("bot", "Yes.");
    script.text("visitor", "and to Iceland");
    script.says("bot", menu);
    expect(kindsOf(script)).toEqual([]);
    script.says("visitor", chose("Orders"));
    script.says("bot", size);
    script.text("visitor", "medium");
    expect(kindsOf(script)).toEqual([]);
  });
});

describe("the same text three times", () => {
  it("counts within 60 seconds, however it is written", () => {
    const { script } = conversation(30);
    const ids = ["Hello?", "hello?", "HELLO? "].map((text) => script.text("visitor", text));
    expect(reasons(script)).toEqual({ repeatedText: ids });
  });

  it("does not count after more than 60 seconds, or for other texts", () => {
    const { script } = conversation(31);
    for (let count = 0; count < 3; count += 1) script.text("visitor", "hello");
    expect(kindsOf(script)).toEqual([]);
    const { script: other } = conversation(1);
    for (const text of ["hello", "hello", "hello there"]) other.text("visitor", text);
    expect(kindsOf(other)).toEqual([]);
  });

  it("ends when the visitor says something else after a reply, or a human replies", () => {
    for (const reply of ["bot", "user"] as const) {
      const { script } = conversation(1);
      for (let count = 0; count < 3; count += 1) script.text("visitor", "hello");
      script.text("visitor", "anybody?");
      expect(kindsOf(script)).toEqual(["repeatedText"]);
      script.text(reply, "Hello!");
      if (reply === "bot") script.text("visitor", "my order is late");
      expect(kindsOf(script)).toEqual([]);
    }
  });
});

describe("a human requested", () => {
  it("counts after five minutes, also for a choice", () => {
    const { script } = conversation();
    script.says("bot", { type: "button", payload: { title: "Next?", buttons: [{ title: "Talk to a person" }] } });
    const asked = script.says("visitor", chose("Talk to a person"));
    script.text("bot", "One moment.");
    const sinceAsked = 7_000_000n;
    expect(kindsOf(script, 5n * minute - sinceAsked - 1n)).toEqual([]);
    expect(reasons(script, 5n * minute - sinceAsked)).toEqual({ humanRequested: [asked] });
  });

  it("ends when a human is put in charge, or writes", () => {
    for (const end of [
      ({ assigns }: ReturnType<typeof conversation>) => assigns(agent),
      ({ script }: ReturnType<typeof conversation>) => script.text("user", "Hello, Ada here."),
    ]) {
      const one = conversation();
      one.script.text("visitor", "agent please");
      one.script.text("bot", "One moment.");
      end(one);
      expect(kindsOf(one.script, 6n * minute)).toEqual([]);
    }
  });
});

describe("a silent bot", () => {
  it("counts five minutes after the first message without a reply", () => {
    const { script } = conversation();
    const ids = [script.text("visitor", "hi"), script.text("visitor", "is this on")];
    expect(kindsOf(script, 5n * minute - 7_000_001n)).toEqual([]);
    expect(reasons(script, 5n * minute - 7_000_000n)).toEqual({ botSilent: ids });
    script.text("bot", "Yes.");
    expect(kindsOf(script, 10n * minute)).toEqual([]);
  });
});

describe("waiting for a human", () => {
  it("counts 15 minutes after the handover", () => {
    const { script, assigns } = conversation();
    script.text("visitor", "hi");
    const taken = assigns(agent);
    expect(kindsOf(script, 15n * minute - 1n)).toEqual([]);
    expect(reasons(script, 15n * minute)).toEqual({ waiting: [taken] });
    assigns({ type: "team", id: "3", name: "Billing" });
    expect(reasons(script, 15n * minute)).toEqual({ waiting: [taken] });
    script.text("user", "Hello, Ada here.");
    expect(kindsOf(script, 60n * minute)).toEqual([]);
  });

  it("counts 15 minutes after a message without a reply, also if nobody is assigned after a human wrote", () => {
    for (const isAssigned of [true, false]) {
      const { script, assigns } = conversation();
      script.text("visitor", "hi");
      if (isAssigned) assigns(agent);
      script.text("user", "Hello, Ada here.");
      const asked = script.text("visitor", "where is my parcel");
      expect(kindsOf(script, 15n * minute - 1n)).toEqual([]);
      expect(reasons(script, 15n * minute)).toEqual({ waiting: [asked] });
    }
  });

  it("does not count before the visitor has written, or after another assignment without a question", () => {
    const { script, assigns } = conversation();
    assigns(agent);
    expect(kindsOf(script, 60n * minute)).toEqual([]);
    script.text("visitor", "hi");
    script.text("user", "Hello, Ada here.");
    assigns({ type: "user", id: "8", email: null });
    expect(kindsOf(script, 60n * minute)).toEqual([]);
  });
});

describe("a prompt that is left more often than usual", () => {
  it("counts 30 minutes after it was shown, if there is no answer and nothing was typed", () => {
    const { script } = conversation();
    const asked = script.says("bot", menu);
    expect(kindsOf(script, 30n * minute - 1n, true)).toEqual([]);
    expect(reasons(script, 30n * minute, true)).toEqual({ abandoned: [asked] });
    expect(kindsOf(script, 30n * minute, false)).toEqual([]);
    script.says("visitor", chose("Orders"));
    expect(kindsOf(script, 30n * minute, true)).not.toContain("abandoned");
  });
});

it("has no reason once the conversation is closed, and begins again when it is opened", () => {
  const { script, closes } = conversation(1);
  for (let count = 0; count < 3; count += 1) script.says("bot", menu);
  for (let count = 0; count < 3; count += 1) script.text("visitor", "agent");
  expect(kindsOf(script, 60n * minute, true)).toEqual([
    "humanRequested",
    "repeatedText",
    "botSilent",
    "repeatedPrompt",
    "typedInstead",
  ]);
  closes();
  expect(stuckSignsOf(fold(script.events))).toEqual([]);
  script.add("status", { opened_by: agent, status: "Open" });
  expect(kindsOf(script, 60n * minute, true)).toEqual([]);
});

it("adds up the reasons, and lasts since the first", () => {
  const { script } = conversation();
  script.text("visitor", "agent please");
  const [asked] = script.events;
  const weights = (...kinds: StuckKind[]) => kinds.reduce((total, kind) => total + stuckRules[kind].weight, 0);
  const stuck = stuckAt(stuckSignsOf(fold(script.events)), fromIso(asked?.occurredAt ?? "") + 5n * minute, false);
  expect(stuck).toMatchObject({ score: weights("humanRequested", "botSilent"), since: asked?.occurredAt });
});
