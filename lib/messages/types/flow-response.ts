import * as z from "zod";
import { isRecord } from "@/lib/json/is-record";
import { defineMessage } from "@/lib/messages/define-message";
import { optionalText } from "@/lib/messages/lenient";
import { flowAnswers, flowValue } from "@/lib/messages/parts/flow-answers";
import { innermost } from "@/lib/text/innermost";
import { plainText } from "@/lib/text/plain-text";

/** The answers to a WhatsApp flow (a form with several screens), sent as JSON in a string. */
export const flowResponse = defineMessage({
  type: "flow.response",
  aliases: ["nfm_reply", "flow_response", "flow_reply"],
  content: innermost(
    ["interactive", "nfm_reply", "flow_response", "flow"],
    z
      .object({
        name: optionalText,
        body: optionalText,
        text: optionalText,
        response_json: z.unknown().optional(),
        response: z.unknown().optional(),
      })
      .transform((sent, context) => {
        const answers = flowAnswers(sent.response_json ?? sent.response);
        const body = sent.body === "" ? sent.text : sent.body;
        if (answers.length === 0 && body === "" && sent.name === "")
          context.addIssue({ code: "custom", message: "has neither answers nor a text" });
        return { name: sent.name, body, answers };
      }),
  ),
  text: (content) =>
    content.answers.map(({ label, value }) => `${label}: ${plainText(flowValue(value))}`).join(" · ") ||
    plainText(content.body || `Flow ${content.name}`),
});

/** Whether an interactive message answers a flow. */
export function isFlowAnswer(content: unknown): boolean {
  return isRecord(content) && ("nfm_reply" in content || "response_json" in content || content.type === "nfm_reply");
}
