import { describe, expect, it } from "vitest";
import { readEvent } from "@/lib/event-types/read-event";
import type { Event } from "@/lib/events/event";
import { fold, toConversation } from "@/lib/fold/fold";
import { writeTranscript } from "./write-transcript";

const bot = { type: "bot", id: "3" };
const agent = { type: "user", id: "2" };
const visitor = { type: "visitor", id: "1" };
const says = (by: object, type: string, payload: unknown) => ({ message_by: by, message: { type, payload } });

const sent: [timestamp: string, type: string, payload: unknown][] = [
  [
    "2026-01-08 23:59:50",
    "conversation_create",
    {
      title: "My <order>",
      variables: [
        { type: "text", name: "visitor_name", value: "Ana" },
        { type: "text", name: "visitor_email", value: "ana@a.example" },
      ],
    },
  ],
  [
    "2026-01-08 23:59:51",
    "message",
    says({ ...bot, name: "Helper" }, "button", {
      title: "How can I help?",
      buttons: [
        { title: "Refund", callback: "" },
        { title: "Parcel", callback: "" },
      ],
    }),
  ],
  ["2026-01-08 23:59:55", "message", says(visitor, "button.response", { title: "Refund" })],
  [
    "2026-01-08 23:59:56",
    "message",
    says(bot, "button", { title: "Which one?", buttons: [{ title: "A", callback: "" }] }),
  ],
  ["2026-01-09 00:00:00", "message", { message_by: visitor, message: { type: "text", text: "neither\nof them" } }],
  ["2026-01-09 00:00:01", "message", says(bot, "delay", { delay: 3 })],
  ["2026-01-09 00:00:02", "note", { note_by: { ...agent, name: "Bo" }, note: "<p>Look at https://a.example</p>" }],
  [
    "2026-01-09 00:00:03",
    "message",
    says({ ...agent, name: "Bo *B*" }, "document", {
      link: "https://a.example/x.pdf",
      file_name: "x.pdf",
      caption: "Your invoice",
    }),
  ],
  ["2026-01-09 00:00:04", "message", { message_by: agent, message: { type: "text", text: "" } }],
  [
    "2026-01-09 00:00:05",
    "message",
    says(visitor, "form.response", {
      fields: [
        { label: "City", value: "Ulm" },
        { label: "Zip", value: "1" },
      ],
    }),
  ],
  ["2026-01-09 00:00:06", "conversation_labels", { action: "added", labels: [{ id: 1, name: "vip" }, { id: 7 }] }],
  ["2026-01-09 00:00:07", "message", says(bot, "javascript", { script: "a < b" })],
  ["2026-01-09 00:00:08", "surprise", { x: "<y>" }],
  ["2026-01-09 00:00:09", "message", says(bot, "hologram", { x: 1 })],
  ["2026-01-09 00:00:10", "message", says(bot, "button", { title: "Last?", buttons: [{ title: "Y", callback: "" }] })],
];

const events = sent.map(([timestamp, type, payload], index) =>
  readEvent({
    id: String(index + 1),
    raw: JSON.stringify({
      event: { type, payload },
      conversation: { key: "k" },
      visitor: { key: "v" },
      timestamp: `${timestamp}.000001`,
    }),
    receivedAt: "2026-01-09T00:00:11.000000Z",
    deliveryId: "1",
  }),
);

/** In two batches, as a long conversation is read. */
const lines = async (format: "txt" | "md" | "html" | "json", given: readonly Event[] = events) => {
  const batches = [given.slice(0, 4), given.slice(4)];
  const pieces = await Array.fromAsync(writeTranscript(format, toConversation(fold(given)), () => batches));
  return pieces.join("").split("\n");
};

describe("a whole transcript", () => {
  it("is written as text", async () => {
    expect(await lines("txt")).toEqual([
      "My <order>",
      "Conversation  k",
      "Visitor       Ana, ana@a.example",
      "Status        open",
      "Labels        vip, 7",
      "Started       2026-01-08 23:59:50 UTC",
      "Last event    2026-01-09 00:00:10 UTC",
      "",
      "[2026-01-08 23:59:50] — Conversation started: My <order>",
      "[2026-01-08 23:59:51] Helper: How can I help? Refund · Parcel",
      "[2026-01-08 23:59:55] Ana: Refund",
      "[2026-01-08 23:59:56] Bot: Which one? A",
      "[2026-01-09 00:00:00] Ana: neither",
      "    of them",
      "[2026-01-09 00:00:01] — Delay of 3 s",
      "[2026-01-09 00:00:02] Bo (note): Look at https://a.example",
      "[2026-01-09 00:00:03] Bo *B*: File: x.pdf · Your invoice",
      "[2026-01-09 00:00:04] Agent 2: ",
      "[2026-01-09 00:00:04] ! Gap: An answer (form.response) without a prompt: its prompt was not received.",
      "[2026-01-09 00:00:05] Ana: City: Ulm · Zip: 1",
      "[2026-01-09 00:00:06] — Labels “vip”, 7 added",
      "[2026-01-09 00:00:07] Bot: JavaScript: a < b",
      "[2026-01-09 00:00:08] — Surprise: <y>",
      "[2026-01-09 00:00:09] Bot: Unrecognised message (hologram)",
      "[2026-01-09 00:00:10] Bot: Last? Y",
      "",
    ]);
  });

  it("is written as Markdown", async () => {
    expect(await lines("md")).toEqual([
      "# My \\<order>",
      "",
      "- **Conversation**: k",
      "- **Visitor**: Ana, ana@a.example",
      "- **Status**: open",
      "- **Labels**: vip, 7",
      "- **Started**: 2026-01-08 23:59:50 UTC",
      "- **Last event**: 2026-01-09 00:00:10 UTC",
      "",
      "*2026-01-08 23:59:50 — Conversation started: My \\<order>*",
      "",
      "**Helper** · 2026-01-08 23:59:51",
      "",
      "> How can I help? Refund · Parcel",
      "",
      "**Ana** · 2026-01-08 23:59:55",
      "",
      "> Refund",
      "",
      "**Bot** · 2026-01-08 23:59:56",
      "",
      "> Which one? A",
      "",
      "**Ana** · 2026-01-09 00:00:00",
      "",
      "> neither  ",
      "> of them",
      "",
      "*2026-01-09 00:00:01 — Delay of 3 s*",
      "",
      "**Bo** (note) · 2026-01-09 00:00:02",
      "",
      "> Look at https://a.example",
      "",
      "**Bo \\*B\\*** · 2026-01-09 00:00:03",
      "",
      "> File: x.pdf · Your invoice",
      "",
      "**Agent 2** · 2026-01-09 00:00:04",
      "",
      "",
      "**Gap**: An answer (form.response) without a prompt: its prompt was not received.",
      "",
      "**Ana** · 2026-01-09 00:00:05",
      "",
      "> City: Ulm · Zip: 1",
      "",
      "*2026-01-09 00:00:06 — Labels “vip”, 7 added*",
      "",
      "**Bot** · 2026-01-09 00:00:07",
      "",
      "> JavaScript: a < b",
      "",
      "*2026-01-09 00:00:08 — Surprise: \\<y>*",
      "",
      "**Bot** · 2026-01-09 00:00:09",
      "",
      "> Unrecognised message (hologram)",
      "",
      "**Bot** · 2026-01-09 00:00:10",
      "",
      "> Last? Y",
      "",
      "",
    ]);
  });

  it("is written as HTML", async () => {
    const page = await lines("html");
    const body = page.findIndex((line) => line.startsWith("<body>"));
    expect(page.slice(body)).toEqual([
      `<body><header><h1 dir="auto">My &lt;order&gt;</h1>`,
      `<dl><dt>Conversation</dt><dd dir="auto">k</dd><dt>Visitor</dt><dd dir="auto">Ana, ana@a.example</dd><dt>Status</dt><dd dir="auto">open</dd><dt>Labels</dt><dd dir="auto">vip, 7</dd><dt>Started</dt><dd dir="auto">2026-01-08 23:59:50 UTC</dd><dt>Last event</dt><dd dir="auto">2026-01-09 00:00:10 UTC</dd></dl></header>`,
      "<main>",
      "<h2>2026-01-08 (UTC)</h2>",
      `<p class="line" dir="auto">Conversation started: My &lt;order&gt; <time datetime="2026-01-08T23:59:50.000001Z">23:59:50</time></p>`,
      `<article class="bot"><p class="by"><b dir="auto">Helper</b> <time datetime="2026-01-08T23:59:51.000001Z">23:59:51</time></p><div class="said" dir="auto"><p>How can I help?</p><ul class="offered"><li class="chosen"><span class="mark">✓ </span>Refund</li><li>Parcel</li></ul></div><p class="outcome">↳ answered after 4 s</p></article>`,
      `<article class="visitor"><p class="by"><b dir="auto">Ana</b> <time datetime="2026-01-08T23:59:55.000001Z">23:59:55</time></p><div class="said" dir="auto"><p>Refund</p></div></article>`,
      `<article class="bot"><p class="by"><b dir="auto">Bot</b> <time datetime="2026-01-08T23:59:56.000001Z">23:59:56</time></p><div class="said" dir="auto"><p>Which one?</p><ul class="offered"><li>A</li></ul></div><p class="outcome">↳ typed a different reply after 4 s</p></article>`,
      "<h2>2026-01-09 (UTC)</h2>",
      `<article class="visitor"><p class="by"><b dir="auto">Ana</b> <time datetime="2026-01-09T00:00:00.000001Z">00:00:00</time></p><div class="said" dir="auto"><p>neither`,
      "of them</p></div></article>",
      `<p class="line" dir="auto">Delay of 3 s <time datetime="2026-01-09T00:00:01.000001Z">00:00:01</time></p>`,
      `<article class="note"><p class="by">Note by <b dir="auto">Bo</b> <time datetime="2026-01-09T00:00:02.000001Z">00:00:02</time></p><div class="said" dir="auto"><p>Look at <a href="https://a.example/" rel="noopener noreferrer">https://a.example</a></p></div></article>`,
      `<article class="agent"><p class="by"><b dir="auto">Bo *B*</b> <time datetime="2026-01-09T00:00:03.000001Z">00:00:03</time></p><div class="said" dir="auto"><p><a href="https://a.example/x.pdf" rel="noopener noreferrer">File: x.pdf · Your invoice</a></p></div></article>`,
      `<article class="agent"><p class="by"><b dir="auto">Agent 2</b> <time datetime="2026-01-09T00:00:04.000001Z">00:00:04</time></p><div class="said" dir="auto"><p></p></div></article>`,
      `<p class="warning" dir="auto">Gap: An answer (form.response) without a prompt: its prompt was not received.</p>`,
      `<article class="visitor"><p class="by"><b dir="auto">Ana</b> <time datetime="2026-01-09T00:00:05.000001Z">00:00:05</time></p><div class="said" dir="auto"><ul class="fields"><li>City <small>Ulm</small></li><li>Zip <small>1</small></li></ul></div></article>`,
      `<p class="line" dir="auto">Labels “vip”, 7 added <time datetime="2026-01-09T00:00:06.000001Z">00:00:06</time></p>`,
      `<article class="bot"><p class="by"><b dir="auto">Bot</b> <time datetime="2026-01-09T00:00:07.000001Z">00:00:07</time></p><div class="said" dir="auto"><p>javascript</p><pre>a &lt; b</pre></div><p class="outcome">↳ never answered</p></article>`,
      `<p class="line" dir="auto">Surprise: &lt;y&gt; <time datetime="2026-01-09T00:00:08.000001Z">00:00:08</time></p>`,
      `<article class="bot"><p class="by"><b dir="auto">Bot</b> <time datetime="2026-01-09T00:00:09.000001Z">00:00:09</time></p><div class="said" dir="auto"><p>hologram</p><pre>{`,
      "  &quot;type&quot;: &quot;hologram&quot;,",
      "  &quot;payload&quot;: {",
      "    &quot;x&quot;: 1",
      "  }",
      "}</pre></div></article>",
      `<article class="bot"><p class="by"><b dir="auto">Bot</b> <time datetime="2026-01-09T00:00:10.000001Z">00:00:10</time></p><div class="said" dir="auto"><p>Last?</p><ul class="offered"><li>Y</li></ul></div><p class="outcome">↳ never answered</p></article>`,
      `</main><footer><h2>Variables after the last event</h2><dl><dt>visitor_name</dt><dd dir="auto">Ana</dd><dt>visitor_email</dt><dd dir="auto">ana@a.example</dd></dl></footer></body></html>`,
    ]);
  });

  it("is written as JSON", async () => {
    const { conversation, events: written } = JSON.parse((await lines("json")).join("\n"));
    expect(conversation).toMatchObject({ key: "k", title: "My <order>", status: "open" });
    expect(written.map(({ id }: Event) => id)).toEqual(events.map(({ id }) => id));
  });
});

describe("the head", () => {
  const factsOf = async (...given: [type: string, payload: unknown][]) => {
    const told = given.map(([type, payload], index) =>
      readEvent({
        id: String(index + 1),
        raw: JSON.stringify({
          event: { type, payload },
          conversation: { key: "k" },
          visitor: { key: "v-9" },
          timestamp: `2026-01-08 10:00:0${index}.000000`,
        }),
        receivedAt: "2026-01-08T10:00:11.000000Z",
        deliveryId: "1",
      }),
    );
    const text = await lines("txt", told);
    return text.slice(1, text.indexOf("")).map((line) => line.split(/ {2,}/));
  };

  it("names a visitor without a name by the key, and leaves out what is not known", async () => {
    expect(await factsOf(["message", { message_by: visitor, message: { type: "text", text: "Hi" } }])).toEqual([
      ["Conversation", "k"],
      ["Visitor", "v-9"],
      ["Status", "open"],
      ["Started", "2026-01-08 10:00:00 UTC"],
      ["Last event", "2026-01-08 10:00:00 UTC"],
    ]);
  });

  it("names who is in charge", async () => {
    const facts = await factsOf(
      ["conversation_create", { title: "x" }],
      ["assignee_change", { changed_by: agent, from: null, to: { ...agent, name: "Bo" } }],
    );
    expect(facts).toContainEqual(["Assignee", "Bo"]);
    expect(facts).toContainEqual(["Last event", "2026-01-08 10:00:01 UTC"]);
  });
});
