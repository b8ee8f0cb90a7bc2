import * as z from "zod";
import { defineMessage } from "@/lib/messages/define-message";
import { inPayload, optionalNumber, optionalText } from "@/lib/messages/lenient";
import { plainText } from "@/lib/text/plain-text";

export const sliderResponse = defineMessage({
  type: "slider.response",
  content: inPayload(
    z
      .object({ value: z.unknown().optional().pipe(optionalText), number: optionalNumber, text: optionalText })
      .transform((sent, context) => {
        const text = sent.text || sent.value;
        if (text === "") context.addIssue({ code: "custom", message: "has neither value nor text" });
        const number = Number(sent.value || sent.text);
        return { text, value: Number.isFinite(number) ? number : null };
      }),
  ),
  text: (content) => plainText(content.text),
});
