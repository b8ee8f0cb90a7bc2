import { isSettled, knownAsSettled } from "@/lib/filters/definitions/conversation/settled";
import { both, not } from "@/lib/filters/kinds/condition";
import { yesOrNoFilter } from "@/lib/filters/kinds/yes-or-no-filter";
import type { KnownConversation } from "@/lib/filters/known-conversation";
import { isEngaged } from "./engaged";
import { isHandedOver } from "./handed-over";

export const isBotOnly = both(isEngaged, isSettled, not(isHandedOver));

/** A naive evaluation. */
export function knownAsBotOnly(conversation: KnownConversation): boolean {
  const { firstVisitorMessage, handover } = conversation;
  return firstVisitorMessage !== null && handover === null && knownAsSettled(conversation);
}

export const botOnly = yesOrNoFilter({
  label: "Bot only",
  help: "Did it end without a person?",
  description: "Engaged, settled, and never handed over.",
  condition: isBotOnly,
  matches: knownAsBotOnly,
});
