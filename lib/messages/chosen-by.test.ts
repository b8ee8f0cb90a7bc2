import { expect, test } from "vitest";
import { chosenBy } from "./chosen-by";
import { readMessage } from "./read-message";

function pressed(payload: object) {
  return readMessage({ type: "button.response", payload });
}

test.each([
  ["the title", pressed({ body: "Refund" }), "Refund", 1, true],
  ["another title", pressed({ body: "Refund" }), "Order", 0, false],
  ["a title in bold", pressed({ body: "Refund" }), "<b>Refund</b>", 1, true],
  ["one of several", pressed({ body: "Order, Refund" }), "Refund", 1, true],
  ["a title with a comma", pressed({ body: "Yes, please" }), "Yes, please", 0, true],
  ["its place", pressed({ body: "", selected_button_index: [2] }), "Refund", 2, true],
  ["a place before a title", pressed({ body: "Same", selected_button_index: [1] }), "Same", 0, false],
  ["a list answer", readMessage({ type: "list.response", payload: { title: "Item 2" } }), "Item 2", -1, true],
  ["a typed answer", readMessage({ type: "text", text: "refund" }), "Refund", 1, true],
  ["an empty title", readMessage({ type: "text", text: "" }), "", 0, false],
  ["no answer", null, "Refund", 1, false],
  ["an answer that does not fit", pressed({}), "Refund", 1, false],
])("%s", (_name, answer, title, index, expected) => {
  expect(chosenBy(answer)(title, index)).toBe(expected);
});
