import "server-only";
import type { StepOutcome, StepTest } from "@/lib/filters/kinds/condition";
import { among } from "@/lib/store/connection/among";
import { Prisma } from "@/prisma/generated/sqlite/client";

/** What the test refers to. */
interface Context {
  /** The column prefix of the conversation. */
  of: Prisma.Sql;
  /** Whether the conversation is settled. */
  settled: Prisma.Sql;
  /** The ids of a prompt's texts. */
  texts: (promptId: string) => readonly string[];
}

/** Whether one of the conversation's steps passes a test. */
export function stepSql({ prompt, outcome, answer, cameFrom, to }: StepTest, context: Context): Prisma.Sql {
  const tests = [
    Prisma.sql`w."conversationId" = ${context.of}"id"`,
    ...(prompt === undefined ? [] : [among(Prisma.sql`w."textId"`, context.texts(prompt).map(Number))]),
    ...(outcome === undefined ? [] : [outcomeSql(outcome, context)]),
    ...(answer === undefined
      ? []
      : [answer === "" ? Prisma.sql`w."answer" IS NULL` : Prisma.sql`w."answer" = ${answer}`]),
    ...(cameFrom === undefined ? [] : [Prisma.sql`w."cameFrom" = ${cameFrom}`]),
    ...(to === undefined ? [] : [targetSql(to, context)]),
  ];
  return Prisma.sql`EXISTS (SELECT 1 FROM "Step" w WHERE ${Prisma.join(tests, " AND ")})`;
}

function outcomeSql(outcome: StepOutcome, { settled }: Context): Prisma.Sql {
  if (outcome === "abandoned") return Prisma.sql`(w."outcome" = 'open' AND ${settled})`;
  if (outcome === "pending") return Prisma.sql`(w."outcome" = 'open' AND (${settled}) IS NOT TRUE)`;
  return Prisma.sql`w."outcome" = ${outcome}`;
}

function targetSql(to: string, { settled, texts }: Context): Prisma.Sql {
  if (to === "silence") return Prisma.sql`(w."wentTo" = 'open' AND ${settled})`;
  if (to === "pending") return Prisma.sql`(w."wentTo" = 'open' AND (${settled}) IS NOT TRUE)`;
  if (to === "human" || to === "closed") return Prisma.sql`w."wentTo" = ${to}`;
  return among(Prisma.sql`w."wentToTextId"`, texts(to).map(Number));
}
