import { both, column } from "@/lib/filters/kinds/condition";
import { yesOrNoFilter } from "@/lib/filters/kinds/yes-or-no-filter";
import { isBotOnly, knownAsBotOnly } from "./bot-only";

export const botSilent = yesOrNoFilter({
  label: "Bot silent",
  help: "Did the bot leave the last message unanswered?",
  description: "Engaged, settled, never handed over, and the last message is the visitor's.",
  condition: both(isBotOnly, column("visitorSpokeLast").isTrue()),
  matches: (conversation) => knownAsBotOnly(conversation) && conversation.visitorSpokeLast,
});
