import * as z from "zod";
import { matchVariables } from "@/lib/conversation/prompts/prompt-notes";
import { setVariables } from "@/lib/conversation/set-variables";
import type { EventDefinition } from "@/lib/event-types/event-definition";
import { categories } from "@/lib/events/event-category";
import type { VariableAssignment } from "@/lib/messages/message-definition";
import { variableAssignments } from "@/lib/messages/parts/variable-assignments";

const payload = z
  .looseObject({})
  .refine((sent) => "variables" in sent, { path: ["variables"], message: "is missing" })
  .pipe(z.object({ variables: variableAssignments }))
  .transform((sent) => sent.variables);

/** Variables created or updated; no deletion is documented. */
export const variables: EventDefinition<"variables", readonly VariableAssignment[]> = {
  type: "variables",
  payload,
  sentence: (assignments) =>
    assignments.length === 0
      ? ["No variables"]
      : assignments.flatMap(({ name, value }, place) => [
          ...(place === 0 ? [] : [" · "]),
          { strong: name },
          ": ",
          { value },
        ]),
  row: "line",
  icon: "variable",
  category: categories.variable,
  variables: (assignments) => assignments,
  apply: (state, assignments, event) => {
    setVariables(state, assignments, event);
    matchVariables(state, assignments);
  },
};
