import "server-only";
import { type Dimension, timeGroups } from "@/lib/analytics/dimensions";
import type { Viewer } from "@/lib/auth/viewer";
import { store } from "@/lib/store/connection/client";
import { listAssignees } from "@/lib/store/reads/list-assignees";
import { listBots, listLabels } from "@/lib/store/reads/list-bot-and-label-names";

/** The names of a dimension's values; other values are their own names. */
export async function groupNames(viewer: Viewer, by: Dimension): Promise<Map<string, string>> {
  const known = (pairs: readonly (readonly [string, string | null])[]) =>
    new Map(pairs.flatMap(([key, name]) => (name === null ? [] : [[key, name] as const])));
  switch (by) {
    case "bot":
      return known((await listBots(store(), viewer)).map(({ id, name }) => [id, name]));
    case "label":
      return known((await listLabels(store(), viewer)).map(({ labelId, name }) => [labelId, name]));
    case "assignee": {
      const people = await listAssignees(store(), viewer);
      return known([
        ["none", "Nobody"],
        ...people.map(
          ({ assigneeId, assigneeName, assigneeEmail }) => [assigneeId, assigneeName ?? assigneeEmail] as const,
        ),
      ]);
    }
    case "weekday":
    case "hour":
    case "hourOfWeek":
      return new Map(timeGroups[by].map((key) => [key, timeName(key)]));
    default:
      return new Map();
  }
}

/** `mon 9` becomes "Monday, 09:00". */
function timeName(key: string): string {
  const named = key.split(" ").map((part) => dayNames[part] ?? `${part.padStart(2, "0")}:00`);
  return named.join(", ");
}

const dayNames: Partial<Record<string, string>> = {
  ...{ mon: "Monday", tue: "Tuesday", wed: "Wednesday", thu: "Thursday" },
  ...{ fri: "Friday", sat: "Saturday", sun: "Sunday" },
};
