"use client";

import { type Completions, useCompletionMenu } from "@/components/form/completions/use-completion-menu";
import { deliveryCompletionAt, deliverySuggestions } from "@/lib/delivery-filters/delivery-completions";

/** Completions while typing a filter of the delivery log. */
export function useDeliveryCompletions(
  text: string,
  caret: number,
  write: (text: string, caret: number) => void,
): Completions {
  const completion = deliveryCompletionAt(text, caret);
  // Nothing is suggested before a name has been started: most users only want to search.
  const menu = useCompletionMenu(text, completion !== null && (completion.key !== null || completion.prefix !== ""));
  const options = menu.isWanted && completion !== null ? deliverySuggestions(completion) : [];
  return menu.show({
    options,
    tabTakesFirst: text !== "",
    choose: ({ term = "" }) => {
      if (completion === null) return;
      const { start, end } = completion.at;
      write(text.slice(0, start) + term + text.slice(end).trimStart(), start + term.length);
    },
  });
}
