import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import { Prisma } from "@/prisma/generated/sqlite/client";
import type { Asked, Times } from "./asked";
import { all, within } from "./condition-sql";

/**
 * How conditions on other tables are evaluated. `each`: for each conversation that the list reads, so that it can stop after a
 * page. `gather`: the matching ids are collected first, and only those conversations are read. `compare`: also collects them,
 * but scans the conversations in a different way.
 */
export interface How {
  /** By index in `Asked`. */
  variables: (place: number) => "each" | "gather" | "compare";
  texts: (place: number) => "each" | "gather";
}

/** The facet sets `s` that match. */
export function matchingSets({ facets, times: { duration } }: Asked): Prisma.Sql {
  // For a range of durations: the sets that may contain some.
  const longest = duration.flatMap(({ from }) => (from === null ? [] : [Prisma.sql`s."longest" > ${from}`]));
  return all([Prisma.sql`s."count" > 0`, ...facets, ...longest]);
}

/**
 * The conditions on conversations `c` other than those on facet sets. `aside` prevents SQLite from using the columns' indexes.
 */
export function conversationTests(dialect: Dialect, asked: Asked, how: How, aside = false): Prisma.Sql[] {
  const of = aside && dialect === "sqlite" ? Prisma.sql`+c.` : Prisma.sql`c.`;
  return [
    ...timeTests(asked.times, of),
    ...asked.columns.map((test) => test(of)),
    ...asked.variables.map((rows, place) => {
      const one = Prisma.sql`(SELECT TRUE FROM "ConversationVariable" r WHERE r."conversationId" = c."id" AND ${rows.ofOne} LIMIT 1)`;
      if (!rows.isWanted) return Prisma.sql`${one} IS NOT TRUE`;
      if (how.variables(place) === "each") return Prisma.sql`${one} IS NOT NULL`;
      const id = dialect === "sqlite" && how.variables(place) === "compare" ? Prisma.sql`+c."id"` : Prisma.sql`c."id"`;
      return Prisma.sql`${id} IN (SELECT r."conversationId" FROM "ConversationVariable" r WHERE ${rows.where})`;
    }),
    ...asked.texts.map(({ isWanted, any }, place) => {
      const gather = how.texts(place) === "gather";
      if (isWanted) {
        const hits = any.map(({ isAmongHits, hasHit }) => (gather ? isAmongHits : hasHit));
        return Prisma.sql`(${Prisma.join(hits, " OR ")})`;
      }
      if (any.length === 0) return Prisma.sql`1 = 0`;
      return all(
        any.map(({ isNotAmongHits, hasHit }) => (gather ? isNotAmongHits : Prisma.sql`${hasHit} IS NOT TRUE`)),
      );
    }),
  ];
}

export function timeTests({ createdAt, lastEventAt, duration }: Times, of: Prisma.Sql): Prisma.Sql[] {
  const span = Prisma.sql`(${of}"lastEventAt" - ${of}"createdAt")`;
  return [
    ...lastEventAt.flatMap((range) => within(Prisma.sql`${of}"lastEventAt"`, range)),
    ...createdAt.flatMap((range) => within(Prisma.sql`${of}"createdAt"`, range)),
    ...duration.flatMap((range) => within(span, range)),
  ];
}

/** The conversation's facet set matches; evaluated row by row if `aside`. */
export function ofMatchingSets(asked: Asked, aside: boolean): Prisma.Sql[] {
  if (asked.facets.length === 0) return [];
  const sets = Prisma.sql`SELECT s."id" FROM "FacetSet" s WHERE ${matchingSets(asked)}`;
  // `+ 0` keeps both databases from using the index, and `IS TRUE` keeps Postgres from joining, which would lose the list's
  // order.
  return [aside ? Prisma.sql`(c."facetSetId" + 0 IN (${sets})) IS TRUE` : Prisma.sql`c."facetSetId" IN (${sets})`];
}
