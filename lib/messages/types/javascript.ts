import * as z from "zod";
import { defineMessage } from "@/lib/messages/define-message";
import { inPayload, optionalText, words } from "@/lib/messages/lenient";

/** A script that the platform ran in the visitor's browser (`client`) or on its server. Never executed here. */
export const javascript = defineMessage({
  type: "javascript",
  content: inPayload(
    z
      .object({ script: words, execute_at: optionalText })
      .transform((sent) => ({ script: sent.script, executeAt: sent.execute_at })),
  ),
  text: (content) => `JavaScript: ${content.script.replace(/\s+/g, " ").trim()}`,
  answeredBy: ["javascript.response"],
});
