import { z } from "zod";
import { addNote } from "@/lib/conversation/add-note";
import { words } from "@/lib/messages/lenient";
import { plainText } from "@/lib/messages/text/plain-text";
import { actorOf } from "./actor";
import type { Actor } from "./event";
import type { EventDefinition } from "./event-definition";

const payload = z.looseObject({ note: words }).transform((sent) => ({ text: sent.note, by: actorOf(sent) }));

/** What an agent wrote for colleagues. The text may hold HTML. */
export const note: EventDefinition<"note", { text: string; by: Actor | null }> = {
  type: "note",
  payload,
  sentence: (written) => [plainText(written.text)],
  apply: addNote,
};
