import { expect, it } from "vitest";
import { type MessagePart, messageParts } from "./message-parts";

const words = (text: string, link: string | null = null): MessagePart => ({ kind: "words", text, link });
const item = (text: string, detail = "", { link = null as string | null, isChosen = false } = {}): MessagePart => ({
  kind: "item",
  text,
  detail,
  link,
  isChosen,
});

it.each<[name: string, message: unknown, parts: MessagePart[]]>([
  ["text in its lines", { type: "text", text: "a <b>b</b><br>c" }, [words("a b\nc")]],
  [
    "a caption of lines, below the file's name",
    { type: "image", payload: { link: "https://a.example/x.png", caption: "one\ntwo" } },
    [words("x.png\none\ntwo", "https://a.example/x.png")],
  ],
  [
    "a caption of one line, beside the file's name",
    { type: "document", payload: { link: "https://a.example/x.pdf", file_name: "x.pdf", caption: "Your invoice" } },
    [words("x.pdf · Your invoice", "https://a.example/x.pdf")],
  ],
  ["no unsafe link", { type: "document", payload: { link: "javascript:x", file_name: "x.pdf" } }, [words("x.pdf")]],
  ["code", { type: "javascript", payload: { script: "a < b" } }, [{ kind: "code", text: "a < b" }]],
  [
    "fields",
    {
      type: "form.response",
      payload: {
        fields: [
          { label: "City", value: "Ulm\nDonau" },
          { label: "Zip", value: 7 },
          { label: "Ok", value: true },
        ],
      },
    },
    [item("City", "Ulm\nDonau"), item("Zip", "7"), item("Ok", "true")],
  ],
  [
    "a card and its buttons",
    {
      type: "carousel",
      payload: { cards: [{ title: "T", description: "D", buttons: [{ title: "B", url: "https://b.example" }] }] },
    },
    [item("T", "D"), item("B", "", { link: "https://b.example/" })],
  ],
  [
    "the data of what is not recognised",
    { type: "hologram", x: 1 },
    [{ kind: "code", text: '{\n  "type": "hologram",\n  "x": 1\n}' }],
  ],
  ["nothing of no message", undefined, [{ kind: "code", text: "" }]],
])("gives %s", (_, message, parts) => {
  expect(messageParts(message)).toEqual(parts);
});

it("takes a visitor's words as text", () => {
  expect(messageParts({ type: "text", text: "a <b>b</b>" }, { isVisitor: true })).toEqual([words("a <b>b</b>")]);
});

it("tells which of the choices were made, by their first twenty letters in any case", () => {
  const message = {
    type: "button",
    payload: {
      title: "Refund",
      buttons: [{ title: "Refund" }, { title: "Parcel" }, { title: "A very long title that is cut" }],
    },
  };
  const long = "A very long title that is cut";
  expect(messageParts(message, { given: ["refund"] })).toEqual([
    words("Refund"),
    item("Refund", "", { isChosen: true }),
    item("Parcel"),
    item(long),
  ]);
  expect(messageParts(message, { given: ["parcel", "a very long title th"] }).slice(2)).toEqual([
    item("Parcel", "", { isChosen: true }),
    item(long, "", { isChosen: true }),
  ]);
  expect(messageParts(message, { given: ["other"] })).toEqual(messageParts(message));
});
