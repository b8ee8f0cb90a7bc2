import "server-only";
import type { Clause } from "@/lib/filters/clauses-of";
import type { ColumnCondition, Condition } from "@/lib/filters/kinds/condition";
import type { ConversationColumn } from "./stored-filters";

/** The columns that an index begins with. */
const indexed = new Set<string>([
  "visitorKey",
  "key",
  "botId",
  "channel",
  "assigneeId",
  "assigneeAddress",
  "status",
] satisfies ConversationColumn[]);

/** What the index of the list holds and that of the status does not. */
const ofListIndex = new Set<string>([
  "eventCount",
  "visitorMessages",
  "botMessages",
  "userMessages",
  "noteCount",
  "gapCount",
  "handedOver",
  "awaitsAnswer",
  "closedByType",
  "closedById",
  "closedByAddress",
] satisfies ConversationColumn[]);

export function isOfColumns(condition: Condition): condition is ColumnCondition {
  return condition.kind !== "row" && condition.kind !== "found" && condition.kind !== "raw";
}

/** Does an index lead to the conversations that have this? */
export function isIndexed({ how, conditions }: Clause): boolean {
  return how === "any" && conditions.every((condition) => isOfColumns(condition) && isLedTo(condition));
}

/** Is something asked that the index of the list holds and that of the status does not? */
export function isAskedOfListIndex(clauses: readonly Clause[]): boolean {
  return clauses.some(({ conditions }) =>
    conditions
      .filter(isOfColumns)
      .flatMap(columnsOf)
      .some((name) => ofListIndex.has(name)),
  );
}

/** Is anything looked for in tables beside that of conversations? */
export function isLookedForElsewhere({ conditions }: Clause): boolean {
  return !conditions.every(isOfColumns);
}

/** Does a clause ask for conversations without an assignee, and nothing else? */
export function isForNobody({ how, conditions }: Clause): boolean {
  const [condition, ...others] = conditions;
  if (how !== "any" || others.length > 0 || condition?.kind !== "not") return false;
  return condition.condition.kind === "set" && condition.condition.column === "assigneeId";
}

function isLedTo(condition: ColumnCondition): boolean {
  if (condition.kind === "not") return condition.condition.kind === "set" && indexed.has(condition.condition.column);
  return (condition.kind === "is" || condition.kind === "named") && indexed.has(condition.column);
}

/** The columns that a condition is about. */
export function columnsOf(condition: ColumnCondition): string[] {
  switch (condition.kind) {
    case "not":
      return columnsOf(condition.condition);
    case "both":
      return condition.conditions.flatMap(columnsOf);
    case "within": {
      const { value } = condition;
      if (value.kind === "column") return [value.column];
      return value.kind === "sum" ? [...value.columns] : [value.from, value.to];
    }
    default:
      return [condition.column];
  }
}
