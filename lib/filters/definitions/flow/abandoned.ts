import { isBotOnly, knownAsBotOnly } from "@/lib/filters/definitions/service/bot-only";
import { both, column } from "@/lib/filters/kinds/condition";
import { yesOrNoFilter } from "@/lib/filters/kinds/yes-or-no-filter";

export const abandoned = yesOrNoFilter({
  label: "Abandoned",
  help: "Did the visitor leave at a question of the bot?",
  description:
    "Engaged, settled, never handed over, and the last question has no answer and no visitor message after it.",
  condition: both(isBotOnly, column("awaitsAnswer").isTrue()),
  matches: (conversation) => knownAsBotOnly(conversation) && conversation.lastPrompt?.answered === false,
});
