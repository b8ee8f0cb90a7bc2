import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { messageText } from "@/lib/messages/message-text";
import { filledMessage } from "./filled-message";
import { slowTexts } from "./slow-texts";
import { textSubjects } from "./text-subjects";

describe("the worst texts take linear time:", () => {
  it.each(Object.entries(textSubjects))(
    "%s",
    (_, work) => {
      expect(slowTexts(work)).toEqual([]);
    },
    120_000,
  );

  it.each(
    readdirSync("lib/messages/fixtures", { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".json"),
    ),
  )(
    "the words of %s",
    (file) => {
      const messages: unknown[] = JSON.parse(readFileSync(`lib/messages/fixtures/${file}`, "utf8"));
      const words = (text: string) => messages.map((message) => messageText(filledMessage(message, text)));
      expect(slowTexts(words)).toEqual([]);
    },
    120_000,
  );
});
