import * as z from "zod";
import { firstText, optionalText } from "@/lib/messages/lenient";

/** An option of a poll in any spelling: a string, or an object with its name or its id. */
export const pollOption = z
  .preprocess(
    (sent) => (typeof sent === "object" && sent !== null ? sent : { title: sent }),
    z.object({
      title: optionalText,
      text: optionalText,
      name: optionalText,
      option_name: optionalText,
      label: optionalText,
      value: optionalText,
      id: optionalText,
      option_id: optionalText,
    }),
  )
  .transform((sent) =>
    firstText(sent.title, sent.text, sent.name, sent.option_name, sent.label, sent.value, sent.id, sent.option_id),
  );
