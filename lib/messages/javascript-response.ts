import { z } from "zod";
import { defineMessage } from "./define-message";
import { inPayload } from "./lenient";
import { assignmentsText, variableAssignments } from "./variable-assignments";

export const javascriptResponse = defineMessage({
  type: "javascript.response",
  content: inPayload(z.object({ variables: variableAssignments })),
  text: (content) => `JavaScript returned ${assignmentsText(content.variables) || "nothing"}`,
  variables: (content) => content.variables,
});
