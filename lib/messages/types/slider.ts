import * as z from "zod";
import { defineMessage } from "@/lib/messages/define-message";
import { firstText, inPayload, optionalNumber, optionalText } from "@/lib/messages/lenient";
import { plainText } from "@/lib/text/plain-text";

const unit = z
  .preprocess(
    (sent) => (typeof sent === "object" && sent !== null ? sent : { label: sent }),
    z.object({ label: optionalText, value: optionalText, formatter: optionalText }),
  )
  .transform((sent) => firstText(sent.label, sent.value))
  .optional()
  .default("");

export const slider = defineMessage({
  type: "slider",
  content: inPayload(
    z
      .object({
        title: optionalText,
        text: optionalText,
        min: optionalNumber,
        max: optionalNumber,
        step: optionalNumber,
        unit,
      })
      .transform(({ text, ...sent }) => ({ ...sent, title: firstText(sent.title, text) })),
  ),
  text: (content) => {
    const title = plainText(content.title);
    if (content.min === null || content.max === null) return title || "Slider";
    const scale = `${content.min}–${content.max}${content.unit === "" ? "" : ` ${plainText(content.unit)}`}`;
    return title === "" ? `Slider ${scale}` : `${title} (${scale})`;
  },
  answeredBy: ["slider.response"],
});
