import * as z from "zod";
import { defineMessage } from "@/lib/messages/define-message";
import { inPayload } from "@/lib/messages/lenient";
import { assignmentsText, variableAssignments } from "@/lib/messages/parts/variable-assignments";

export const javascriptResponse = defineMessage({
  type: "javascript.response",
  content: inPayload(z.object({ variables: variableAssignments })),
  text: (content) => `JavaScript returned ${assignmentsText(content.variables) || "nothing"}`,
  variables: (content) => content.variables,
});
