import * as z from "zod";
import { changeStatus, type StatusChange } from "@/lib/conversation/change-status";
import type { EventDefinition } from "@/lib/event-types/event-definition";
import { actorOf } from "@/lib/events/actor";
import { categories } from "@/lib/events/event-category";

const payload = z.looseObject({ status: z.unknown().optional() }).transform((sent, context): StatusChange => {
  const status = readStatus(sent.status) ?? statusByActor(sent);
  if (status !== null) return { status, by: actorOf(sent) };
  context.addIssue({ code: "custom", path: ["status"], message: "is neither open nor closed" });
  return z.NEVER;
});

/** Opened or closed. Only the spelling "Close" is published; the platform's numbers are 1 for open and 2 for closed. */
export const status: EventDefinition<"status", StatusChange> = {
  type: "status",
  payload,
  sentence: ({ status: now, by }, nameOf) => {
    const done = now === "closed" ? "closed" : "opened";
    if (by?.type === "system") return [now === "closed" ? "Conversation closed by time-out" : "Conversation opened"];
    return by === null ? [`Conversation ${done}`] : [{ strong: nameOf(by) }, ` ${done} the conversation`];
  },
  settled: ["status"],
  row: "line",
  icon: ({ status: now }) => (now === "open" ? "open" : "check"),
  category: categories.status,
  outline: ({ status: now, by }, nameOf) => {
    const done = now === "closed" ? "Closed" : "Opened";
    if (by === null) return done;
    return by.type === "system" && now === "closed" ? "Closed by time-out" : `${done} by ${nameOf(by)}`;
  },
  apply: changeStatus,
};

function readStatus(value: unknown): "open" | "closed" | null {
  const word = String(value).trim().toLowerCase();
  if (/^((re-?)?open(ed)?|1(\.0)?|true)$/.test(word)) return "open";
  return /^(closed?|2(\.0)?|false)$/.test(word) ? "closed" : null;
}

/** Derives a missing status from the name of the actor's field: `closed_by`, `reopened_by`. */
function statusByActor(sent: Record<string, unknown>): "open" | "closed" | null {
  if (sent.status !== undefined && sent.status !== null) return null;
  const field = Object.keys(sent).find((key) => /^((re-?)?open(ed)?|closed?)_by$/i.test(key));
  return field === undefined ? null : readStatus(field.slice(0, -"_by".length));
}
