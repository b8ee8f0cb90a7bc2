import * as z from "zod";
import { addNote } from "@/lib/conversation/add-note";
import type { EventDefinition } from "@/lib/event-types/event-definition";
import { actorOf } from "@/lib/events/actor";
import type { Actor } from "@/lib/events/event";
import { categories } from "@/lib/events/event-category";
import { words } from "@/lib/messages/lenient";
import { plainLines } from "@/lib/text/plain-lines";
import { plainText } from "@/lib/text/plain-text";

const payload = z.looseObject({ note: words }).transform((sent) => ({ text: sent.note, by: actorOf(sent) }));

/** A note of an agent for colleagues. The text may contain HTML. */
export const note: EventDefinition<"note", { text: string; by: Actor | null }> = {
  type: "note",
  payload,
  sentence: (written) => [plainText(written.text)],
  lines: (written) => plainLines(written.text),
  row: "note",
  icon: "note",
  category: categories.note,
  outline: (written) => plainText(written.text),
  apply: addNote,
};
