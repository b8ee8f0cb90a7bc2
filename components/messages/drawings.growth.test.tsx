import { readdirSync, readFileSync } from "node:fs";
import { Tooltip } from "radix-ui";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { formatText } from "@/components/messages/text/format-text";
import { highlight } from "@/components/messages/text/highlight";
import { withVisibleControls } from "@/components/messages/text/visible-controls";
import { readMessage } from "@/lib/messages/read-message";
import { filledMessage } from "@/lib/testing/texts/filled-message";
import { slowTexts } from "@/lib/testing/texts/slow-texts";
import { MessageBubble } from "./index";

const subjects: Record<string, (text: string) => unknown> = {
  "a visitor's text": (text) => formatText(text, "literal"),
  "an agent's text": (text) => formatText(text, "html"),
  "a bot's text": (text) => formatText(text, "markdown"),
  "a script": (text) => highlight(withVisibleControls(text)),
};

describe("the worst texts are rendered in linear time:", () => {
  it.each(Object.entries(subjects))(
    "%s",
    (_, work) => {
      expect(slowTexts(work)).toEqual([]);
    },
    240_000,
  );

  it.each(readdirSync("lib/messages/fixtures").filter((file) => file.endsWith(".json")))(
    "the bubbles of %s",
    (file) => {
      const messages: unknown[] = JSON.parse(readFileSync(`lib/messages/fixtures/${file}`, "utf8"));
      const draw = (text: string) => messages.slice(0, 1).map((message) => drawn(filledMessage(message, text)));
      expect(slowTexts(draw)).toEqual([]);
    },
    240_000,
  );
});

/** What is loaded on demand is there. */
beforeAll(async () => {
  for (const type of ["text", "javascript"]) {
    const [message]: unknown[] = JSON.parse(readFileSync(`lib/messages/fixtures/${type}.json`, "utf8"));
    drawn(filledMessage(message, "<b>bold</b>"));
  }
  await vi.dynamicImportSettled();
});

function drawn(message: unknown): string {
  return renderToStaticMarkup(
    <Tooltip.Provider>
      <MessageBubble message={readMessage(message)} answer={null} voice="bot" />
    </Tooltip.Provider>,
  );
}
