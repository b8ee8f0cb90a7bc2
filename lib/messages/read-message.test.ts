import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { some } from "@/lib/testing/some";
import { expectedAnswers } from "./expected-answers";
import { messageText } from "./message-text";
import { messageTypes } from "./message-types";
import { messageVariables } from "./message-variables";
import { readMessage } from "./read-message";

const samples = readdirSync("lib/samples").filter((file) => file.startsWith("message."));
const fixtures = readdirSync("lib/messages/fixtures").filter((file) => file.endsWith(".json"));

function sample(name: string): unknown {
  return JSON.parse(readFileSync(`lib/samples/message.${name}.json`, "utf8")).events[0].event.payload.message;
}

function fixture(file: string): unknown[] {
  return JSON.parse(readFileSync(`lib/messages/fixtures/${file}`, "utf8"));
}

describe("the published samples", () => {
  test("are 21, each of its own recognised type", () => {
    const types = samples.map((file) => readMessage(sample(file.slice("message.".length, -".json".length))).type);
    expect(types).not.toContain(null);
    expect(new Set(types).size).toBe(21);
  });

  test.each(samples)("%s is recognised and has text", (file) => {
    const message = sample(file.slice("message.".length, -".json".length));
    expect(readMessage(message)).toMatchObject({ recognised: true });
    expect(messageText(message)).not.toBe("");
  });

  test.each([
    ["text", "Hiiiii"],
    ["button", "What would you like to choose? Button 1 · Button 2 · Button 3"],
    ["button.response", "Button 1"],
    ["document", "File: TICKETS.pdf"],
    ["form.response", "Name: abc · Email: abc@gmail.com · Phone: +916767667676"],
    ["slider", "What is your preferred value? (10–50)"],
    ["javascript.response", "JavaScript returned visitor_js1: hj · JS2: Mtech"],
    ["calendly.response", "Calendly: event scheduled"],
    ["appointment_booking.response", "Booked: fsefgr, Friday 01/09/2023 10:00"],
    ["file_upload.response", "File: sample-clouds-400x300.jpg"],
  ])("%s becomes %j", (name, text) => {
    expect(messageText(sample(name))).toBe(text);
  });

  test.each([
    ["javascript.response", ["visitor_js1", "JS2"]],
    ["form.response", ["visitor_age", "visitor_email", "visitor_phone"]],
    ["calendly.response", ["is_calendly_event_scheduled", "calendly_event", "calendly_invitee"]],
    [
      "appointment_booking.response",
      [
        "visitor_name",
        "param__gcal_selected_slot_time",
        "param__gcal_selected_slot_date",
        "param__gcal_selected_slot_day",
      ],
    ],
    ["button.response", []],
  ])("%s sets %j", (name, names) => {
    expect(messageVariables(readMessage(sample(name))).map((variable) => variable.name)).toEqual(names);
  });
});

describe("the hand-written variants", () => {
  test("there is a fixture of every type", () => {
    expect(fixtures.map((file) => file.slice(0, -".json".length)).toSorted()).toEqual(
      Object.keys(messageTypes).toSorted(),
    );
  });

  test.each(fixtures.flatMap((file) => fixture(file).map((message) => [file, message] as const)))(
    "%s: %j is recognised",
    (file, message) => {
      expect(readMessage(message)).toMatchObject({ recognised: true, type: file.slice(0, -".json".length) });
      if (!/"text":""\}/.test(JSON.stringify(message))) expect(messageText(message)).not.toBe("");
    },
  );

  test.each([
    ["text.json", 1, "Hello Amara, your parcel is on its way: track it Monday Tuesday"],
    ["text.json", 3, "Hi {visitor_name}, order {order_number} left us."],
    ["text.json", 4, "1 <3 and a < b & c > d"],
    ["document.json", 1, "File: evilfdp.exe"],
    ["form.response.json", 0, "Order number: 2291 · visitor_city: Łódź"],
    ["slider.json", 1, "Budget (100–5000 €)"],
    ["delay.json", 2, "Delay of 2 s"],
    ["response.json", 6, "score: 7"],
    ["reaction.json", 0, "Reacted 👍🏽"],
    ["reaction.json", 2, "Removed a reaction"],
    ["reaction.json", 4, "Removed a reaction"],
    ["order.json", 0, "Order: 2 × SKU-1 at 30 INR · Total 60 INR · please"],
    ["order.json", 1, "Order: 3 × Kettle One at 19.9 EUR, 1 × cup-2 at 4 USD · Total 59.7 EUR · Total 4 USD"],
    ["order.json", 2, "Order: 1 × Gift card"],
    ["poll.json", 0, "When should we call? Morning · Afternoon · Evening"],
    ["poll.response.json", 1, "Red, Blue"],
    ["poll.response.json", 2, "Withdrew the vote"],
    ["poll.response.json", 3, "Pizza"],
    ["poll.response.json", 4, "Pizza"],
    ["poll.response.json", 5, "Soup"],
    ["interactive.json", 0, "Delivery Is tomorrow fine? Yes · No"],
    ["interactive.json", 2, "Track your parcel Track"],
    ["interactive.json", 5, "Kettle One · cup-2"],
    ["interactive.response.json", 0, "Yes"],
    ["interactive.response.json", 1, "Kettles · 1.0 to 1.7 l"],
    ["interactive.response.json", 4, "Confirm"],
    ["flow.response.json", 0, "Rating: Excellent · Comments: zebracomment"],
    ["flow.response.json", 1, "Delivery time: Morning, Evening · Consent: true"],
    ["unsupported.json", 0, "Unsupported message: Message type is not currently supported."],
    ["unsupported.json", 1, "Unsupported message"],
    ["system.json", 0, "Ana changed from +15550101 to +15550102"],
    ["system.json", 1, "customer identity changed"],
    ["template.json", 4, "Template order_update: Ana · zebraparam4711"],
    ["template.json", 5, "Template sale: Hi Ana, 20 € off · sale.jpg · STOP-SALE · Not interested · Shop"],
    ["text.json", -2, "Body words"],
    ["text.json", -1, "Body in payload"],
    ["contacts.json", 2, "Contact: Mia Roth Buyer Northwind https://example.com"],
    ["contacts.json", 3, "Contact: Otto Lind Northwind +15550103 otto@example.com"],
    ["sticker.json", 1, "Sticker: file"],
  ])("%s %i becomes %j", (file, index, text) => {
    expect(messageText(fixture(file).at(index))).toBe(text);
  });

  test("an empty form answer, or None, sets nothing", () => {
    const read = readMessage(fixture("form.response.json")[0]);
    expect(messageVariables(read)).toEqual([
      { name: "order_number", value: 2291, type: "number" },
      { name: "visitor_city", value: "Łódź", type: "text" },
    ]);
  });
});

describe("what is not recognised", () => {
  test.each(fixture("not-recognised/unknown.json"))("%j: unknown type, with a reason", (message) => {
    expect(readMessage(message)).toMatchObject({
      recognised: false,
      type: null,
      reason: expect.stringMatching(/^the message/),
    });
    expect(() => messageText(message)).not.toThrow();
  });

  test.each(fixture("not-recognised/misfit.json"))("%j: known type, invalid payload, with a reason", (message) => {
    const read = readMessage(message);
    expect(read).toMatchObject({ recognised: false, type: expect.any(String), reason: expect.any(String) });
    expect(messageText(message)).not.toBe("");
  });

  test.each([
    [{ type: "button", payload: { buttons: "none" } }, "payload.buttons: expected a list, got text"],
    [{ type: "button", payload: { title: "x" } }, "payload.buttons is missing"],
    [{ type: "text", text: { nested: 1 } }, "text: expected text, got an object"],
    [{ type: "slider.response", payload: {} }, "payload has neither value nor text"],
    [{ type: "hologram" }, "the message type hologram is unknown"],
  ])("%j: %s", (message, reason) => {
    expect(readMessage(message)).toMatchObject({ reason });
  });
});

describe("the line of a message that is not recognised", () => {
  test.each([
    [{ type: "hologram", payload: { link: "https://example.com/x" } }, "Unrecognised message (hologram)"],
    [{ type: "hologram", payload: { shape: "cube", size: 4 } }, "Hologram: cube"],
    [
      { type: "scan_result", payload: { id: "x1", body: { title: "Parcel 7" }, note: "left" } },
      "Scan result: Parcel 7",
    ],
    [{ type: "hologram", payload: '{"a":1}' }, "Unrecognised message (hologram)"],
    [{ payload: { title: "no type" } }, "no type"],
    [{ type: "button", payload: { buttons: "none", title: "Pick" } }, "Button: Pick"],
    [null, "Unrecognised message"],
    ["words alone", "words alone"],
  ])("%j has the line: %s", (message, line) => {
    expect(messageText(message)).toBe(line);
  });
});

describe("prompts", () => {
  test.each([
    [sample("button"), ["button.response", "interactive.response"]],
    [sample("form"), ["form.response"]],
    [sample("carousel"), []],
    [fixture("carousel.json")[0], ["carousel.response", "button.response", "interactive.response"]],
    [sample("text"), []],
    [sample("javascript"), ["javascript.response"]],
    [{ type: "unknown" }, []],
  ])("%j expects %j", (message, answers) => {
    expect(expectedAnswers(readMessage(message))).toEqual(answers);
  });
});

describe("hostile input", () => {
  const sentTypes = [
    ...Object.keys(messageTypes),
    "name",
    "file",
    "image_carousel",
    "x.response",
    "constructor",
    "__proto__",
  ];
  const hostileKeys = [
    "payload",
    "text",
    "title",
    "buttons",
    "cards",
    "items",
    "fields",
    "files",
    "variables",
    "list",
    "header",
    "messages",
    "link",
    "value",
    "validation",
    "__proto__",
    "toString",
  ];
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      fc.jsonValue(),
      fc.constantFrom("None", "", "{", "\u00bf\u00b7x\u00b7?", "<b", "\u202e", 1e308, -0),
      fc.array(tie("tree"), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...hostileKeys), tie("tree"), { maxKeys: 5 }),
    ),
  }));

  test("never throws, whatever the payload", () => {
    fc.assert(
      fc.property(fc.constantFrom(...sentTypes), fc.dictionary(fc.constantFrom(...hostileKeys), tree), (type, rest) => {
        const message = { ...rest, type };
        const read = readMessage(message);
        expect(typeof messageText(message)).toBe("string");
        messageVariables(read);
        expectedAnswers(read);
        if (!read.recognised) expect(read.reason).not.toBe("");
      }),
      { numRuns: 3000 },
    );
  }, 120_000);

  test("values that throw when converted to text are read", () => {
    const trap = { toString: 1, valueOf: 1, toJSON: 1 };
    const form = { type: "form", payload: { fields: [{ label: "A", is_optional: trap }] } };
    expect(readMessage(form)).toMatchObject({ recognised: true, content: { fields: [{ optional: false }] } });
    const calendly = { type: "calendly.response", payload: { variables: { is_calendly_event_scheduled: trap } } };
    expect(readMessage(calendly)).toMatchObject({ recognised: true, content: { scheduled: null } });
  });

  test("a variable may have any name", () => {
    const message = JSON.parse(
      '{"type":"javascript.response","payload":{"variables":{"__proto__":1,"constructor":2}}}',
    );
    expect(messageVariables(readMessage(message)).map((variable) => variable.name)).toEqual([
      "__proto__",
      "constructor",
    ]);
  });

  test("a payload nested ten thousand deep gives an answer", () => {
    const deep = JSON.parse(`${'{"payload":'.repeat(10_000)}1${"}".repeat(10_000)}`);
    for (const type of some(sentTypes)) expect(typeof messageText({ ...deep, type })).toBe("string");
  });
});
