import type { KnownConversation } from "@/lib/filters/known-conversation";
import { readOneOf } from "@/lib/filters/values/read-value";
import { type ColumnCondition, not } from "./condition";
import type { FilterDefinition } from "./filter-definition";

interface YesOrNoInput<Column extends string>
  extends Pick<FilterDefinition, "label" | "help" | "description" | "box" | "aliases"> {
  /** The condition of `yes`; `no` negates it. */
  condition: ColumnCondition<Column>;
  /** A naive evaluation of `yes`. */
  matches: (conversation: KnownConversation) => boolean;
}

const answers = ["yes", "no"] as const;

/** A yes/no filter. */
export function yesOrNoFilter<Column extends string>({ condition, matches, ...words }: YesOrNoInput<Column>) {
  return {
    ...words,
    kind: "yes or no",
    example: "yes",
    only: answers,
    values: answers,
    read: (text: string) => readOneOf(answers, text),
    condition: (value: string) => (value === "yes" ? condition : not(condition)),
    matches: (conversation: KnownConversation, value: string) => matches(conversation) === (value === "yes"),
  } as const satisfies FilterDefinition<Column>;
}
