import { column, either, isIdle } from "@/lib/filters/kinds/condition";
import { yesOrNoFilter } from "@/lib/filters/kinds/yes-or-no-filter";
import type { KnownConversation } from "@/lib/filters/known-conversation";

export const isSettled = either(column("status").is("closed"), isIdle);

/** A naive evaluation. */
export function knownAsSettled({ status, isIdle }: KnownConversation): boolean {
  return status === "closed" || isIdle;
}

export const settled = yesOrNoFilter({
  label: "Settled",
  help: "Is it closed or inactive, rather than in progress?",
  description: "Is it closed, or without an event for `ANALYTICS_IDLE_HOURS`? Otherwise its outcome is pending.",
  condition: isSettled,
  matches: knownAsSettled,
});
