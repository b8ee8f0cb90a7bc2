import { isSettled, knownAsSettled } from "@/lib/filters/definitions/conversation/settled";
import { both, column, not } from "@/lib/filters/kinds/condition";
import { yesOrNoFilter } from "@/lib/filters/kinds/yes-or-no-filter";
import { isHandedOver } from "./handed-over";

export const neverAnswered = yesOrNoFilter({
  label: "Never answered",
  help: "Was it handed over without any reply?",
  description: "Handed over and settled, and no person wrote.",
  condition: both(isHandedOver, isSettled, not(column("replied").isTrue())),
  matches: (conversation) =>
    conversation.handover !== null && conversation.replies.length === 0 && knownAsSettled(conversation),
});
