import { expect, test } from "vitest";
import { Script } from "@/lib/testing/script";
import { linkMessages } from "./message-links";

const reacts = (emoji: string, id = "wamid.1") => ({ type: "reaction", payload: { message_id: id, emoji } });

function story() {
  const script = new Script();
  const offer = script.says("bot", { type: "text", text: "Back in stock", message_id: "wamid.1" });
  return { script, offer };
}

test("a reaction is attached to the message that it refers to", () => {
  const { script, offer } = story();
  const thumb = script.says("visitor", reacts("\u{1f44d}"));
  script.says("visitor", reacts("\u{1f389}", "wamid.gone"));
  const { reactions, quotes } = linkMessages(script.events);
  expect([...reactions].map(([id, list]) => [id, list.map(({ emoji, index }) => [emoji, index])])).toEqual([
    [offer, [["\u{1f44d}", 1]]],
  ]);
  expect(quotes.get(thumb)).toMatchObject({ id: "wamid.1", text: "Back in stock", event: { id: offer } });
});

test("a person's new reaction replaces the last, and one without an emoji removes it", () => {
  const { script, offer } = story();
  script.says("visitor", reacts("\u{1f44d}"));
  script.says("user", reacts("\u{1f389}"));
  script.says("visitor", reacts("\u2764"));
  expect(
    linkMessages(script.events)
      .reactions.get(offer)
      ?.map(({ emoji }) => emoji),
  ).toEqual(["\u{1f389}", "\u2764"]);
  script.says("user", reacts(""));
  expect(
    linkMessages(script.events)
      .reactions.get(offer)
      ?.map(({ emoji }) => emoji),
  ).toEqual(["\u2764"]);
});

test("a reply quotes the message that it refers to, with the conversation's text if available", () => {
  const { script, offer } = story();
  const reply = script.says("visitor", { type: "text", text: "Yes", context: { id: "wamid.1", body: "Back" } });
  const stray = script.says("visitor", { type: "text", text: "No", payload: { reply_to: "wamid.9" } });
  const { quotes } = linkMessages(script.events);
  expect(quotes.get(reply)).toMatchObject({ text: "Back in stock", event: { id: offer } });
  expect(quotes.get(stray)).toEqual({ id: "wamid.9", text: "", event: null });
});
