import "server-only";
import { type ConversationSort, sortDefinition } from "@/lib/columns/sorts";
import type { Store } from "@/lib/store/connection/client";
import { Prisma } from "@/prisma/generated/sqlite/client";
import type { Asked } from "./asked";
import { all } from "./condition-sql";
import { type How, matchingSets } from "./conversation-conditions";

/**
 * Where a list starts. `few`: with a selective condition, whose conversations are gathered and sorted. `sets`: with each
 * matching facet set, whose conversations are in the list's order. `days`: with the conversations that have one value of a
 * variable, by the day of their last event. `scan`: with the sort index, testing each conversation. `nearest`: the same for the
 * nearest conversations, and only if those do not fill the page, with the gathered matches among the rest.
 */
export interface Way extends How {
  begins: "few" | "sets" | "days" | "scan" | "nearest";
  /** For `few`: the facet sets are the selective condition, rather than another table. */
  isOfSets: boolean;
}

/** This many conversations can be gathered and sorted within milliseconds. */
const few = 5000;
/** This many entries of facet sets can be read within milliseconds. */
const mostEntries = 10_000;

/** Chooses a plan from exact counts: facet sets are counted, and other tables are probed for more than a few matches. */
export async function listWay(store: Store, asked: Asked, sort: ConversationSort, most: number): Promise<Way> {
  const { facets, columns, times, variables, texts } = asked;
  const isByLastEvent = sortDefinition(sort).name === "lastEventAt";
  const isBounded = [...times.createdAt, ...times.duration].length > 0;
  const scan: Way = { begins: "scan", isOfSets: false, variables: () => "each", texts: () => "each" };
  if (asked.isOfFew) return { ...scan, begins: "few" };
  const hasOthers = variables.length > 0 || texts.length > 0;
  if (facets.length === 0 && !hasOthers && !(isBounded && isByLastEvent)) return scan;

  const counts = await readCounts(store, asked, most);
  const isRareText = (place: number) => counts.text(place) < 1;
  const isRareValue = (place: number) => counts.variable(place) <= few;
  const way: Way = {
    ...scan,
    variables: (place) => (isRareValue(place) ? "gather" : "each"),
    texts: (place) => (isRareText(place) ? "gather" : "each"),
  };
  if (facets.length > 0 && counts.conversations <= few) return { ...way, begins: "few", isOfSets: true };
  const isRare =
    texts.some(({ isWanted }, place) => isWanted && isRareText(place)) ||
    variables.some(({ isWanted }, place) => isWanted && isRareValue(place));
  if (isRare) return { ...way, begins: "few" };
  const isOfTimes = columns.length === 0 && texts.length === 0 && (variables.length === 0 || isBounded);
  if (isByLastEvent && isOfTimes && counts.entries <= mostEntries) return { ...way, begins: "sets" };
  const isOneValue =
    variables.length === 1 && variables[0]?.isOneValue && facets.length + columns.length + texts.length === 0;
  if (isByLastEvent && isOneValue) return { ...way, begins: "days" };
  const isNearest = isByLastEvent && variables.some(({ isWanted }) => isWanted) && texts.length === 0;
  return { ...way, begins: isNearest ? "nearest" : "scan" };
}

/** The counts that the choice depends on, in one statement. */
async function readCounts({ reader }: Store, asked: Asked, most: number) {
  const variables = asked.variables.map(
    ({ where }, place) => Prisma.sql`(SELECT count(*) FROM
      (SELECT 1 FROM "ConversationVariable" r WHERE ${where} LIMIT ${few + 1}) v) AS ${name("v", place)}`,
  );
  const texts = asked.texts.map(({ any }, place) => {
    const common = any.map(({ isCommon }) => isCommon);
    return Prisma.sql`${common.length === 0 ? Prisma.sql`1` : Prisma.join(common, " + ")} AS ${name("t", place)}`;
  });
  const [row] = await reader.$queryRaw<Record<string, bigint | number | null>[]>`
    SELECT m.*, ${Prisma.join([...variables, ...texts, Prisma.sql`0 AS "end"`])} FROM (
      SELECT CAST(sum(s."count") AS bigint) AS "conversations",
        CAST(sum(CASE WHEN s."count" < ${most} THEN s."count" ELSE ${most} END) AS bigint) AS "entries"
      FROM "FacetSet" s WHERE ${all([matchingSets(asked)])}) m`;
  const of = (column: string) => Number(row?.[column] ?? 0);
  return {
    conversations: of("conversations"),
    entries: of("entries"),
    variable: (place: number) => of(`v${place}`),
    text: (place: number) => of(`t${place}`),
  };
}

function name(kind: "v" | "t", place: number): Prisma.Sql {
  return Prisma.raw(`"${kind}${place}"`);
}
