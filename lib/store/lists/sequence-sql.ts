import "server-only";
import type { SequenceCondition, SequenceStep } from "@/lib/filters/kinds/condition";
import { among } from "@/lib/store/connection/among";
import { Prisma } from "@/prisma/generated/sqlite/client";

/** What the steps refer to. */
interface Context {
  /** The column prefix of the conversation. */
  of: Prisma.Sql;
  /** The ids of a prompt's texts. */
  texts: (promptId: string) => readonly string[];
}

interface Placed {
  from: Prisma.Sql;
  tests: Prisma.Sql[];
  at: Prisma.Sql;
}

/** Whether the conversation went through the steps: one row of a step table for each. */
export function sequenceSql({ steps, isOrdered, within }: SequenceCondition, context: Context): Prisma.Sql {
  const placed = steps.map((step, place) => placedStep(step, Prisma.raw(`"step${place}"`), context));
  const times = placed.map(({ at }) => at);
  const tests = [
    ...placed.flatMap((one) => one.tests),
    ...(isOrdered ? pairs(times).map(([before, after]) => Prisma.sql`${before} < ${after}`) : []),
    ...(within === null ? [] : withinTests(times, within, isOrdered)),
  ];
  const from = Prisma.join(
    placed.map((one) => one.from),
    " CROSS JOIN ",
  );
  return Prisma.sql`EXISTS (SELECT 1 FROM ${from} WHERE ${Prisma.join(tests, " AND ")})`;
}

function placedStep(step: SequenceStep, name: Prisma.Sql, { of, texts }: Context): Placed {
  const own = Prisma.sql`${name}."conversationId" = ${of}"id"`;
  if (step === "handedOver") {
    const at = Prisma.sql`${name}."handoverAt"`;
    return { from: Prisma.sql`"Fact" ${name}`, tests: [own, Prisma.sql`${at} IS NOT NULL`], at };
  }
  if (step === "closed") {
    const at = Prisma.sql`${name}."closedAt"`;
    // Only a conversation that is closed now has a closer.
    return { from: Prisma.sql`"Fact" ${name}`, tests: [own, Prisma.sql`${name}."closer" IS NOT NULL`], at };
  }
  const { prompt = "", outcome, answer } = step;
  return {
    from: Prisma.sql`"Step" ${name}`,
    tests: [
      own,
      among(Prisma.sql`${name}."textId"`, texts(prompt).map(Number)),
      ...(outcome === undefined ? [] : [Prisma.sql`${name}."outcome" = ${outcome}`]),
      ...(answer === undefined ? [] : [Prisma.sql`coalesce(${name}."answer", '') = ${answer}`]),
    ],
    at: outcome === undefined ? Prisma.sql`${name}."at"` : Prisma.sql`(${name}."at" + coalesce(${name}."took", 0))`,
  };
}

function withinTests(times: readonly Prisma.Sql[], within: bigint, isOrdered: boolean): Prisma.Sql[] {
  const [first] = times;
  const last = times.at(-1);
  if (first === undefined || last === undefined) return [];
  if (isOrdered) return [Prisma.sql`${last} - ${first} <= ${within}`];
  return times.flatMap((one) => times.map((other) => Prisma.sql`${one} - ${other} <= ${within}`));
}

function pairs(times: readonly Prisma.Sql[]): [Prisma.Sql, Prisma.Sql][] {
  return times.slice(1).map((after, place) => [times[place] ?? after, after]);
}
