import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { pairExchanges } from "@/lib/conversation/prompts/exchanges";
import { summarise } from "@/lib/conversation/summarise";
import { Script } from "@/lib/testing/script";
import { fold, toConversation } from "./fold";

const fixture = (type: string, place = 0): unknown =>
  JSON.parse(readFileSync(`lib/messages/fixtures/${type}.json`, "utf8"))[place];

describe("answers in a messenger are matched with their prompts", () => {
  test.each([
    ["interactive", 0, "interactive.response", 0],
    ["interactive", 1, "interactive.response", 1],
    ["interactive", 4, "flow.response", 0],
    ["interactive", 4, "flow.response", 1],
    ["poll", 0, "poll.response", 0],
    ["poll", 1, "poll.response", 1],
  ])("%s %i: %s %i", (prompt, place, answer, answerPlace) => {
    const script = new Script();
    const asked = script.says("bot", fixture(prompt, place));
    expect(summarise(fold(script.events)).awaitsAnswer).toBe(true);
    const answered = script.says("visitor", fixture(answer, answerPlace));
    expect(pairExchanges(script.events)).toMatchObject([
      { promptId: asked, answerId: answered, outcome: "answered", afterMs: 7000 },
    ]);
    expect(summarise(fold(script.events)).awaitsAnswer).toBe(false);
    expect(toConversation(fold(script.events)).gaps).toEqual([]);
  });

  test("a reply button answers the platform's own options", () => {
    const script = new Script();
    const asked = script.says("bot", {
      type: "options",
      payload: { text: "Fine?", options: [{ id: "1", text: "Yes" }] },
    });
    const reply = {
      type: "interactive",
      interactive: { type: "button_reply", button_reply: { id: "1", title: "Yes" } },
    };
    const answered = script.says("visitor", reply);
    expect(pairExchanges(script.events)).toMatchObject([{ promptId: asked, answerId: answered }]);
  });

  test("a reaction answers nothing", () => {
    const script = new Script();
    const asked = script.says("bot", fixture("poll"));
    script.says("visitor", fixture("reaction"));
    expect(pairExchanges(script.events)).toMatchObject([{ promptId: asked, answerId: null, outcome: "unanswered" }]);
  });
});

test("a delay is counted as the bot's, but is not the last message", () => {
  const script = new Script();
  script.text("bot", "One moment");
  script.says("bot", { type: "delay", payload: { delay: 3 } });
  const { lastMessage, messageCounts } = summarise(fold(script.events));
  expect(lastMessage?.text).toBe("One moment");
  expect(messageCounts).toEqual({ visitor: 0, bot: 2, user: 0 });
});

test("message types are stored in lower case, for case-insensitive filters", () => {
  const script = new Script();
  script.says("bot", { type: "Image", payload: { link: "https://a.example/x.png" } });
  script.says("bot", { type: "image", payload: { link: "https://a.example/x.png" } });
  expect(summarise(fold(script.events)).messageTypes).toEqual({ image: 2 });
});

test.each(["\u00a0", "\u200b", "\u3164", "\u2800", "\ufeff", "\u200e", "\u00ad", "&nbsp;"])(
  "a name of %j counts as missing",
  (blank) => {
    const script = new Script();
    script.add("conversation_create", { title: blank, bot_id: 1 });
    script.sets("visitor_name", blank);
    script.sets("visitor_email", "ana@example.com");
    script.sets("bot_name", blank);
    script.add("conversation_labels", { action: "added", labels: [{ id: 5, name: blank }] });
    script.add("assignee_change", { to: { type: "user", id: "7", email: blank, name: blank } });
    const conversation = toConversation(fold(script.events));
    expect(conversation).toMatchObject({
      title: "ana@example.com",
      visitor: { name: null, email: "ana@example.com" },
      bot: { id: "1", name: null },
      labels: [{ id: "5", name: null }],
      assignee: { type: "user", id: "7", email: null, name: null },
    });
  },
);
