import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { pairExchanges } from "@/lib/conversation/prompts/exchanges";
import { Script } from "@/lib/testing/script";
import { questionnaire } from "./questionnaire";

const rows = ({ events }: Script) => questionnaire(events, pairExchanges(events));
const buttons = (title: string, ...titles: string[]) => ({
  type: "button",
  payload: { title, buttons: titles.map((each) => ({ title: each, type: "branch", callback: "" })) },
});

it("returns the questions of a conversation with their outcomes", () => {
  const script = new Script();
  const asked = script.says("bot", buttons("What is it <b>about</b>?", "Refund", "Order"));
  const pressed = script.says("visitor", { type: "button.response", payload: { body: "Refund", callback: {} } });
  script.sets("topic", "Refund");
  const name = script.text("bot", "What is your name?");
  const typed = script.text("visitor", "Amara");
  script.sets("visitor_name", "Amara");
  const ignored = script.says("bot", buttons("Which one?", "A", "B"));
  const instead = script.text("visitor", "Neither");
  const last = script.says("bot", buttons("Anything else?", "Yes", "No"));

  expect(rows(script)).toMatchObject([
    {
      promptId: asked,
      askedAt: "2023-09-01T00:00:07.000000Z",
      by: { type: "bot" },
      type: "button",
      question: "What is it about?",
      outcome: "answered",
      answerId: pressed,
      answeredAt: "2023-09-01T00:00:14.000000Z",
      answer: "Refund",
      afterMs: 7000,
      variables: [{ name: "topic", value: "Refund" }],
    },
    { promptId: name, type: "text", question: "What is your name?", outcome: "answered", answerId: typed },
    { promptId: ignored, outcome: "typed", answerId: instead, answer: "Neither", variables: [] },
    { promptId: last, outcome: "unanswered", answerId: null, answeredAt: null, answer: null, afterMs: null },
  ]);
});

it("finds the question of every published prompt", () => {
  const script = new Script();
  const samples = readdirSync("lib/samples").filter(
    (file) => /^message\..*\.json$/.test(file) && !file.includes("response"),
  );
  for (const file of samples) {
    const { events } = JSON.parse(readFileSync(`lib/samples/${file}`, "utf8"));
    script.says("bot", events[0].event.payload.message);
  }
  const found = rows(script);
  expect(found.length).toBeGreaterThan(6);
  for (const { question, type } of found) {
    expect(question, type).not.toBe("");
    expect(question, type).not.toMatch(/[<>\u00bf]/);
  }
});
