import { z } from "zod";
import { setVariables } from "@/lib/conversation/set-variables";
import type { VariableAssignment } from "@/lib/messages/message-definition";
import { variableAssignments } from "@/lib/messages/parts/variable-assignments";
import type { EventDefinition } from "./event-definition";

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
  apply: setVariables,
};
