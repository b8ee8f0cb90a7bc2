import * as z from "zod";
import { type AssigneeChange, changeAssignee } from "@/lib/conversation/change-assignee";
import type { EventDefinition } from "@/lib/event-types/event-definition";
import { actorOf, isSameActor, readAssignee } from "@/lib/events/actor";
import { categories } from "@/lib/events/event-category";

const somebody = z.union([z.looseObject({}), z.null(), z.literal(["", "None"])], { error: "must be an actor or null" });

const payload = z
  .looseObject({ from: somebody.optional(), to: somebody.optional() })
  .refine((sent) => "to" in sent || "from" in sent, { path: ["to"], message: "is missing" })
  .transform(
    (sent): AssigneeChange => ({
      from: sent.from === undefined ? undefined : readAssignee(sent.from),
      to: readAssignee(sent.to),
      by: actorOf(sent),
    }),
  );

/** Assignment to an actor, or to nobody when `to` is null or has no id. */
export const assigneeChange: EventDefinition<"assignee_change", AssigneeChange> = {
  type: "assignee_change",
  payload,
  sentence: ({ to, by }, nameOf) => {
    if (to === null) return by === null ? ["Unassigned"] : [{ strong: nameOf(by) }, " unassigned the conversation"];
    const target = { strong: nameOf(to) };
    if (by === null) return ["Assigned to ", target];
    if (isSameActor(by, to)) return [target, " took the conversation"];
    return [{ strong: nameOf(by) }, " assigned the conversation to ", target];
  },
  row: "line",
  icon: "person",
  category: categories.assignee,
  outline: ({ to }, nameOf) => (to === null ? "Unassigned" : `Handed over to ${nameOf(to)}`),
  apply: changeAssignee,
};
