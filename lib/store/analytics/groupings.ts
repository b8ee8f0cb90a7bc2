import "server-only";
import type { Access } from "@/lib/access/scope";
import { type Dimension, variableOf } from "@/lib/analytics/dimensions";
import { AppError } from "@/lib/errors/app-error";
import { weekdays } from "@/lib/filters/definitions/time/weekday";
import type { LocalPart } from "@/lib/filters/kinds/condition";
import type { Store } from "@/lib/store/connection/client";
import { localSql } from "@/lib/store/lists/local-sql";
import { lackOf } from "@/lib/store/lists/personal-parameters";
import { andShown } from "@/lib/store/masking/masked-names";
import { shorten } from "@/lib/store/reads/shorten";
import { Prisma } from "@/prisma/generated/sqlite/client";
import type { Grouping } from "./cohort-rows";

/**
 * Groups by the values of a dimension, with local times of `tz`.
 *
 * @throws AppError forbidden: the variable is personal, and the viewer does not see personal data
 */
export async function groupingOf(store: Store, access: Access, by: Dimension, tz: string): Promise<Grouping> {
  const variable = variableOf(by);
  if (variable !== null) return byVariable(store, access, variable);
  switch (by) {
    case "bot":
      return { value: Prisma.sql`s."botId"` };
    case "channel":
      return { value: Prisma.sql`s."channel"` };
    case "assignee":
      return { value: Prisma.sql`coalesce(s."assigneeId", 'none')` };
    case "closedBy":
      return { value: Prisma.sql`f."closer"` };
    case "label":
      return {
        value: Prisma.sql`v."value"`,
        join: Prisma.sql`JOIN (SELECT DISTINCT "facetSetId", "value" FROM "FacetSetValue" WHERE "kind" = 'label') v
          ON v."facetSetId" = s."id"`,
      };
    case "weekday":
      return { value: weekdaySql(tz) };
    case "hour":
      return { value: hourSql(tz) };
    case "hourOfWeek":
      return { value: Prisma.sql`${weekdaySql(tz)} || ' ' || ${hourSql(tz)}` };
    default:
      throw new Error(`Unknown dimension "${by}".`);
  }
}

async function byVariable(store: Store, access: Access, name: string): Promise<Grouping> {
  const lack = await lackOf(store, access, { facets: [`var.${name}`] });
  if (lack !== null) {
    const message = `"by" requires the permission "${lack.permission}" for this variable.`;
    throw new AppError("forbidden", message, { parameter: "by" });
  }
  return {
    value: Prisma.sql`r."text"`,
    join: Prisma.sql`LEFT JOIN "ConversationVariable" r
      ON r."conversationId" = c."id" AND r."name" = ${shorten(name)} ${andShown(access, name)}`,
  };
}

function weekdaySql(tz: string): Prisma.Sql {
  const cases = weekdays.map((day, place) => Prisma.sql`WHEN ${Prisma.raw(String(place))} THEN ${day}`);
  return Prisma.sql`CASE ${startedSql("weekday", tz)} ${Prisma.join(cases, " ")} END`;
}

function hourSql(tz: string): Prisma.Sql {
  return Prisma.sql`CAST(${startedSql("hour", tz)} AS TEXT)`;
}

function startedSql(part: LocalPart, tz: string): Prisma.Sql {
  return localSql(Prisma.sql`c."createdAt"`, part, tz);
}

/** Groups by the last of these times, in ascending order, that a conversation's start is not before: its index. */
export function byStart(starts: readonly bigint[]): Grouping {
  return { value: Prisma.sql`CAST(${placeAmong(Prisma.sql`c."createdAt"`, starts)} AS TEXT)` };
}

/** The index of the last of these starts, in ascending order, that a value is not below; 0 if it is below all. */
export function placeAmong(value: Prisma.Sql, starts: readonly bigint[], first = 0, end = starts.length): Prisma.Sql {
  if (end - first <= 1) return Prisma.raw(String(first));
  const middle = Math.floor((first + end) / 2);
  return Prisma.sql`CASE WHEN ${value} < ${starts[middle]}
    THEN ${placeAmong(value, starts, first, middle)} ELSE ${placeAmong(value, starts, middle, end)} END`;
}
