import "server-only";
import type { Access } from "@/lib/access/scope";
import type { Cohort } from "@/lib/analytics/narrow";
import { isSettled } from "@/lib/filters/definitions/conversation/settled";
import type { Store } from "@/lib/store/connection/client";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { cohortRows, rowTest } from "./cohort-rows";
import { type Ranks, readRanks } from "./read-ranks";

/** What a person did in a cohort's conversations. */
export interface CountedPerson {
  person: string;
  /** In which they wrote, and those of them that are not settled yet. */
  conversations: number;
  pending: number;
  messages: number;
  /** Reply times in microseconds: nearest rank. */
  replies: Ranks;
  /** Conversations closed now, by them. */
  closes: number;
}

type Count = bigint | number;

/** Everyone who wrote or closed a conversation of the cohort. */
export async function countPeople(store: Store, access: Access, cohort: Cohort): Promise<CountedPerson[]> {
  const rows = await cohortRows(store, access, cohort);
  const written = await store.reader.$queryRaw<
    { person: string; conversations: Count; pending: Count; messages: Count }[]
  >`
    SELECT r."person", count(DISTINCT m."id") AS "conversations", count(*) AS "messages",
      count(DISTINCT CASE WHEN ${rowTest(access, isSettled)} THEN NULL ELSE m."id" END) AS "pending"
    FROM (${rows}) m JOIN "FactReply" r ON r."conversationId" = m."id" GROUP BY r."person"`;
  const closer = Prisma.sql`CASE WHEN f."closer" = 'human' AND s."closedByType" = 'user' THEN coalesce(s."closedById", s."closedByAddress") END`;
  const closes = await store.reader.$queryRaw<{ person: string | null; closes: Count }[]>`
    SELECT "group" AS "person", count(*) AS "closes"
    FROM (${await cohortRows(store, access, cohort, { value: closer })}) m GROUP BY "group"`;
  const ranks = await readRanks(
    store,
    Prisma.sql`SELECT r."person" AS "group", r."took" AS "value" FROM (${rows}) m
      JOIN "FactReply" r ON r."conversationId" = m."id" WHERE r."took" IS NOT NULL`,
  );
  const closed = new Map(closes.flatMap(({ person, closes }) => (person === null ? [] : [[person, Number(closes)]])));
  const wrote = new Map(written.map((row) => [row.person, row]));
  return [...new Set([...wrote.keys(), ...closed.keys()])].map((person) => ({
    person,
    conversations: Number(wrote.get(person)?.conversations ?? 0),
    pending: Number(wrote.get(person)?.pending ?? 0),
    messages: Number(wrote.get(person)?.messages ?? 0),
    replies: ranks.get(person) ?? { n: 0, median: null, p90: null },
    closes: closed.get(person) ?? 0,
  }));
}
