import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readEvent } from "@/lib/event-types/read-event";
import type { Event } from "@/lib/events/event";
import { fold, toConversation } from "@/lib/fold/fold";
import { messageTypes } from "@/lib/messages/message-types";
import { simulate } from "@/lib/simulator/simulate";
import { asEvents } from "@/lib/testing/as-events";
import { some } from "@/lib/testing/some";
import { writeTranscript } from "./write-transcript";

const simulated = simulate({ seed: "transcript", conversations: 80, now: Date.UTC(2026, 10, 22, 12) }).map(asEvents);
const html = async (events: readonly Event[]) =>
  (await Array.fromAsync(writeTranscript("html", toConversation(fold(events)), () => [events]))).join("");
const says = (message: unknown, by = "bot") =>
  readEvent({
    id: "1",
    raw: JSON.stringify({
      event: { type: "message", payload: { message_by: { type: by, id: "1" }, message } },
      conversation: { key: "k" },
      timestamp: "2026-01-08 14:00:00.000001",
    }),
    receivedAt: "2026-01-08T14:00:01.000000Z",
    deliveryId: "1",
  });
/** The visible text: tags removed, entities decoded. */
const textOf = (page: string) =>
  page
    .slice(page.indexOf("<main>"))
    .replace(/<[^>]*>/g, "\n")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&");

it("contains every entry of every message type, with all of its words", async () => {
  const fixtures = readdirSync("lib/messages/fixtures", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .flatMap((name): unknown[] => JSON.parse(readFileSync(`lib/messages/fixtures/${name}`, "utf8")));
  const seen = new Set<string | null>();
  for (const events of [...simulated, ...fixtures.map((message) => [says(message)])]) {
    const page = await html(events);
    expect(page.match(/<article |<p class="line"/g)).toHaveLength(events.length);
    const text = textOf(page).replace(/\s+/g, "");
    for (const { type, messageType, text: line, recognised } of some(events)) {
      seen.add(messageType);
      // What the platform did is described in its own sentence.
      const isSpoken = type === "message" || type === "note";
      if (messageType === "javascript" || !recognised || !isSpoken) continue;
      // A prompt's one-line text joins its choices by dots; on the page they are separate.
      for (const word of line.split(/\s+|·/)) {
        expect(text, `${messageType}: ${line}`).toContain(word.replace(/[():,;]+$|^\(/g, ""));
      }
    }
  }
  // Messages of these two types are sent under other types.
  const others = Object.keys(messageTypes).filter((type) => !seen.has(type));
  expect(others).toEqual(["interactive.response", "response"]);
});

it("marks the chosen options, and shows the outcome of a prompt", async () => {
  const page = (await Promise.all(simulated.map(html))).join("");
  expect(page).toMatch(/<li class="chosen"><span class="mark">✓ <\/span>/);
  expect(page).toContain("↳ answered after");
  expect(page).toContain("↳ never answered");
});

it.each([
  "<script>alert(1)</script><img src=x onerror=alert(1)>",
  "\"><svg onload=alert(1)>' onmouseover='x",
  "</style></title><iframe src=//evil.example></iframe>",
])("keeps %s as text in every field", async (attack) => {
  const carriers = [
    attack,
    { type: "text", text: attack },
    { type: attack, payload: attack },
    { type: "button", payload: { title: attack, buttons: [{ title: attack, callback: attack }] } },
    { type: "form.response", payload: { fields: [{ label: attack, value: attack }] } },
    { type: "javascript", payload: { script: attack } },
    { type: "document", payload: { link: `javascript:${attack}`, file_name: attack } },
    { type: "image", payload: { link: `https://x.example/${attack}`, caption: attack } },
  ];
  for (const carrier of carriers) {
    const page = await html([says(carrier)]);
    expect(page).not.toMatch(/<(script|img|svg|iframe)|(href|src)="(?!https?:|mailto:|tel:)/i);
    expect(page.match(/<\/style>|<\/title>/g)).toHaveLength(2);
    expect(page.match(/<[^>]*\son\w+=/g)).toBeNull();
  }
});

it("links to the intended destination if a browser would decode its ampersand differently", async () => {
  const link = "https://shop.example/?a=1&lt=2&copy=3";
  for (const message of [
    { type: "text", text: `It's ${link} now` },
    { type: "document", payload: { link, file_name: "It's a list.pdf" } },
  ]) {
    const page = await html([says(message)]);
    expect(page).toContain('<a href="https://shop.example/?a=1&amp;lt=2&amp;copy=3"');
    expect(page).toContain("It&#39;s");
  }
});

it("loads nothing from other hosts", async () => {
  const page = (await Promise.all(simulated.map(html))).join("");
  expect(page).toContain("default-src 'none'");
  expect(page).not.toMatch(/<(link|img|script|source|video|audio|object|embed|base)\b|url\(|@import|\ssrc=/i);
});
