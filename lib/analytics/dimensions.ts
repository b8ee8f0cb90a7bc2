import type { ConversationFilters } from "@/lib/filters/conversation-filters";
import { hours } from "@/lib/filters/definitions/time/hour";
import { weekdays } from "@/lib/filters/definitions/time/weekday";
import { writeLocalValue } from "@/lib/filters/values/local-value";
import { withAll } from "./narrow";

const timeDimensions = ["weekday", "hour", "hourOfWeek"] as const;

/** What metrics can be broken down by, besides variables. */
export const dimensions = ["bot", "channel", "label", "assignee", "closedBy", "language", ...timeDimensions] as const;

/** `var.<name>`: the values of a variable. */
export type Dimension = (typeof dimensions)[number] | `var.${string}`;

export type TimeDimension = (typeof timeDimensions)[number];

export function isDimension(name: string): name is Dimension {
  return (dimensions as readonly string[]).includes(name) || (name.startsWith("var.") && name.length > "var.".length);
}

export function isTimeDimension(by: Dimension): by is TimeDimension {
  return (timeDimensions as readonly string[]).includes(by);
}

/** The variable whose values a dimension has; null for other dimensions. The platform sets the language of the browser. */
export function variableOf(by: Dimension): string | null {
  if (by === "language") return "browser_language";
  return by.startsWith("var.") ? by.slice("var.".length) : null;
}

/** The groups of a dimension of time, in order: `mon`, `9`, `mon 9`. */
export const timeGroups: Record<TimeDimension, readonly string[]> = {
  weekday: weekdays,
  hour: hours,
  hourOfWeek: weekdays.flatMap((day) => hours.map((hour) => `${day} ${hour}`)),
};

/** Filters for the conversations of a group, with local times of `tz`. */
export function inGroup(filters: ConversationFilters, by: Dimension, value: string, tz: string): ConversationFilters {
  const variable = variableOf(by);
  if (variable !== null) {
    // A conversation has one value of a variable: the group's, which these filters already match.
    const others = filters.variables.filter(({ name, test }) => name !== variable || test !== "is");
    return { ...filters, variables: [...others, { name: variable, test: "is", value }] };
  }
  switch (by) {
    case "bot":
    case "channel":
    case "assignee":
      return { ...filters, [by]: [value] };
    case "closedBy":
      return isClosedByKind(value) ? { ...filters, closedByKind: [value] } : filters;
    case "label":
      return withAll(filters, "label", value);
    case "hourOfWeek": {
      const [day = "", hour = ""] = value.split(" ");
      return inGroup(inGroup(filters, "weekday", day, tz), "hour", hour, tz);
    }
    case "weekday":
    case "hour":
      return filters[by].length === 0
        ? { ...filters, [by]: [writeLocalValue(value, tz)] }
        : withAll(filters, by, writeLocalValue(value, tz));
    default:
      return filters;
  }
}

/** Filters for the conversations in none of the groups; null if there are no others, or if they cannot be filtered. */
export function inNoGroup(
  filters: ConversationFilters,
  by: Dimension,
  values: readonly string[],
): ConversationFilters | null {
  const name = variableOf(by);
  if (name !== null) {
    const not = values.map((value) => ({ name, test: "not" as const, value }));
    const variables = [...filters.variables, ...not];
    return variables.length > mostVariables ? null : { ...filters, variables };
  }
  switch (by) {
    case "bot":
    case "channel":
    case "assignee":
    case "label": {
      const none = `-${by}` as const;
      return { ...filters, [none]: [...new Set([...filters[none], ...values])] };
    }
    default:
      return null;
  }
}

/** Lists accept no more tests of variables. */
const mostVariables = 100;

function isClosedByKind(value: string): value is "bot" | "human" | "system" {
  return value === "bot" || value === "human" || value === "system";
}
