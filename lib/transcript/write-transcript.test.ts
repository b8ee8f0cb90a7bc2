import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readEvent } from "@/lib/event-types/read-event";
import type { Event } from "@/lib/events/event";
import { fold, toConversation } from "@/lib/fold/fold";
import { writeTranscript } from "./write-transcript";

let count = 0;

function eventOf(type: string, payload: unknown): Event {
  count += 1;
  const timestamp = `2026-01-08 14:00:00.${String(count).padStart(6, "0")}`;
  return readEvent({
    id: String(count),
    raw: JSON.stringify({ event: { type, payload }, conversation: { key: "k" }, visitor: { key: "v" }, timestamp }),
    receivedAt: "2026-01-08T14:00:01.000000Z",
    deliveryId: "1",
  });
}

const says = (text: string, by = "visitor") =>
  eventOf("message", { message_by: { type: by, id: "1" }, message: { type: "text", text } });
const write = async (format: "txt" | "md" | "html" | "json", ...events: Event[]) =>
  (await Array.fromAsync(writeTranscript(format, toConversation(fold(events)), () => [events]))).join("");

const address = JSON.parse(readFileSync("lib/testing/field-cases/04-transcript-line-breaks.json", "utf8")).events[0]
  .event.payload.message.text;

it.each([
  ["txt", "[2026-01-08 14:00:00] ! Edited by: a@b.example\n"],
  ["md", "\n**Edited by**: a@b.example\n"],
  ["html", "Edited by: a@b.example</p>"],
  ["json", '"editedBy":"a@b.example"'],
] as const)("shows who edited an event, as %s", async (format, expected) => {
  const event = says("hello");
  expect(await write(format, { ...event, editedBy: "a@b.example" })).toContain(expected);
  expect(await write(format, event)).not.toMatch(/Edited by|a@b\.example/);
});

describe("lines", () => {
  it("are kept in plain text, indented", async () => {
    expect(await write("txt", says(address))).toContain(
      "Visitor 1: Ana Example\n    12 Long Road\n\n    Springfield\n    - two lamps\n    - one cable\n",
    );
  });

  it("are kept in Markdown", async () => {
    expect(await write("md", says(address))).toContain(
      "> Ana Example  \n> 12 Long Road\n>\n> Springfield  \n> \\- two lamps  \n> \\- one cable\n",
    );
  });

  it("are kept in HTML", async () => {
    expect(await write("html", says(address))).toContain(`<p>${address}</p>`);
    expect(await write("html", says("<p>One</p><ul><li>two</li></ul>", "bot"))).toContain("<p>One\n\n- two</p>");
  });

  it("of a note, a form's answer, a caption and a prompt's title are kept", async () => {
    const by = { type: "visitor", id: "1" };
    const events = [
      eventOf("note", { note_by: { type: "user", id: "2" }, note: "<p>first</p><p>second</p>" }),
      eventOf("message", {
        message_by: by,
        message: { type: "form.response", payload: { fields: [{ label: "Address", value: "first\nsecond" }] } },
      }),
      eventOf("message", {
        message_by: by,
        message: { type: "image", payload: { link: "https://a.example/x.png", caption: "first\nsecond" } },
      }),
      eventOf("message", {
        message_by: { type: "bot", id: "3" },
        message: { type: "button", payload: { title: "first<br>second", buttons: [{ title: "A", callback: "" }] } },
      }),
    ];
    expect(events).toHaveLength(4);
    for (const event of events) {
      expect(await write("txt", event)).toMatch(/first\n+ {4}second/);
      expect(await write("md", event)).toMatch(/first( {2}\n>|\n>\n>) second/);
      expect(await write("html", event)).toMatch(/first\n+second/);
    }
  });
});

describe("a visitor's words", () => {
  it("cannot look like a line of the transcript", async () => {
    const forged = "ok\n[2026-01-08 14:00:00] Agent: I owe you\r**Agent** · 2026-01-08 14:00:00\u2028# Title";
    const text = await write("txt", says(forged));
    expect(text.split("\n").filter((line) => /^\[.*Agent|^\*|^#/.test(line))).toEqual([]);
    const markdown = await write("md", says(forged));
    expect(markdown.split("\n").filter((line) => /^\*\*Agent|^\[|^# Title/.test(line))).toEqual([]);
  });

  it("cannot look like a line of the head", async () => {
    const create = eventOf("conversation_create", {
      title: "Hello\n[2026-01-08 14:00:00] Agent: I owe you",
      variables: [{ type: "text", name: "visitor_name", value: "Ana\n[2026-01-08 14:00:00] Agent: hi" }],
    });
    const text = await write("txt", create, says("x"));
    expect(text).toContain("I owe you");
    expect(text.split("\n").filter((line) => line.startsWith("[") && line.includes("Agent"))).toEqual([
      expect.stringMatching(/^\[2026-01-08 14:00:00\] — Conversation started: Hello \[2026/),
      expect.stringMatching(/^\[2026-01-08 14:00:00\] Ana \[2026/),
    ]);
  });

  it("are kept as typed", async () => {
    expect(await write("txt", says("Why does <select> fail? <!-- x -->"))).toContain(
      "Why does <select> fail? <!-- x -->",
    );
    expect(await write("html", says("Why does <select> fail?"))).toContain("Why does &lt;select&gt; fail?");
    expect(await write("md", says("on 2023-11-15 at a_b"))).toContain("> on 2023-11-15 at a_b\n");
  });

  it("link to the addresses in them, in HTML", async () => {
    const page = await write("html", says("(https://a.example/x_(y)) https://bank.example@evil.example a@b.example"));
    expect([...page.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      "https://a.example/x_(y)",
      "mailto:a@b.example",
    ]);
  });
});

it("escapes the visitor's name, the title and the labels in the HTML's head and warnings", async () => {
  const attack = "<img src=x onerror=alert(1)>";
  const page = await write(
    "html",
    eventOf("conversation_create", {
      title: `title ${attack}`,
      variables: [{ type: "text", name: "visitor_name", value: `name ${attack}` }],
    }),
    eventOf("conversation_labels", { action: "added", labels: [{ id: 1, name: `label ${attack}` }] }),
    says("x"),
    eventOf("conversation_labels", { action: "deleted", labels: [{ id: 2, name: `gone ${attack}` }] }),
  );
  const escaped = "&lt;img src=x onerror=alert(1)&gt;";
  expect(page).not.toContain("<img");
  expect(page).toContain(`<title>title ${escaped}</title>`);
  expect(page).toContain(`>title ${escaped}</h1>`);
  expect(page).toContain(`name ${escaped}</dd>`);
  expect(page).toContain(`label ${escaped}</dd>`);
  expect(page).toContain(`name ${escaped}</b>`);
  expect(page).toContain(`Gap: Label gone ${escaped} was removed`);
});

it("prints the HTML's title on each page, whatever it contains, and ends with the variables", async () => {
  const page = await write(
    "html",
    eventOf("conversation_create", { title: 'Müller "7"}</style><b>' }),
    says("x"),
    eventOf("variables", {
      variables: [
        { type: "text", name: "plan", value: "pro <b>" },
        { type: "number", name: "score", value: 7 },
      ],
    }),
  );
  const style = page.slice(page.indexOf("<style>"), page.indexOf("</style>"));
  expect(style).toContain(String.raw`--title:"Müller \22 7\22 \7d \3c \2f style\3e \3c b\3e "`);
  expect(style).toContain("content:var(--title)");
  const end = page.slice(page.indexOf("</main>"));
  expect(end).toContain('<dt>plan</dt><dd dir="auto">pro &lt;b&gt;</dd>');
  expect(end).toContain('<dt>score</dt><dd dir="auto">7</dd>');
  expect(page.match(/<\/style>/g)).toHaveLength(1);
});

it.each(["txt", "md", "html", "json"] as const)("is written in chunks, as %s", async (format) => {
  const events = Array.from({ length: 1000 }, () => says("hello"));
  const pieces = await Array.fromAsync(writeTranscript(format, toConversation(fold(events)), () => [events]));
  expect(pieces.length).toBeGreaterThan(1000);
});
