import "server-only";
import { wilson } from "@/lib/analytics/statistics";
import { stuckRules } from "@/lib/conversation/stuck/stuck-reasons";
import type { Store } from "@/lib/store/connection/open-store";
import { microsecondsOf } from "@/lib/time/instant";
import { Prisma } from "@/prisma/generated/sqlite/client";

const day = 86_400_000_000n;
const usualDays = 28n;
const fewestRecent = 10;
const fewestUsual = 30;
const farAbove = 2;

/** How often a prompt was shown, and how often it has no answer. */
interface Rate {
  shown: number;
  left: number;
}

/**
 * Which of these texts belong to prompts that visitors leave without an answer far more often than usual: in the last day, compared with the
 * 28 days before.
 */
export async function leftPrompts({ reader }: Store, textIds: readonly number[], at: bigint): Promise<Set<number>> {
  if (textIds.length === 0) return new Set();
  const [start, end] = [at - day, at - microsecondsOf(stuckRules.abandoned.afterMs)];
  const rate = (from: bigint, to: bigint) => Prisma.sql`
    (SELECT count(*) FROM "Step" w WHERE w."textId" = o."id" AND w."at" >= ${from} AND w."at" < ${to})`;
  const left = (from: bigint, to: bigint) => Prisma.sql`
    (SELECT count(*) FROM "Step" v WHERE v."textId" = o."id" AND v."at" >= ${from} AND v."at" < ${to} AND v."outcome" = 'open')`;
  // Texts that only differ in their titles are one prompt, unless their structure does not tell prompts apart.
  const rows = await reader.$queryRaw<({ textId: number | bigint } & Record<string, number | bigint | null>)[]>`
    SELECT t."id" AS "textId", ${sum(rate(start, end))} AS "recentShown", ${sum(left(start, end))} AS "recentLeft",
      ${sum(rate(start - usualDays * day, start))} AS "usualShown", ${sum(left(start - usualDays * day, start))} AS "usualLeft"
    FROM "PromptText" t JOIN "PromptText" o
      ON o."prompt" = t."prompt" AND (t."isWeak" IS NOT TRUE OR o."variant" = t."variant")
    WHERE t."id" IN (${Prisma.join([...new Set(textIds)])}) GROUP BY t."id"`;
  const found = rows.filter((row) =>
    isFarAbove(
      { shown: Number(row.recentShown), left: Number(row.recentLeft) },
      { shown: Number(row.usualShown), left: Number(row.usualLeft) },
    ),
  );
  return new Set(found.map(({ textId }) => Number(textId)));
}

function sum(count: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CAST(sum(${count}) AS bigint)`;
}

/** Twice as often, and not by chance. */
function isFarAbove(recent: Rate, usual: Rate): boolean {
  if (recent.shown < fewestRecent || usual.shown < fewestUsual) return false;
  if (recent.left * usual.shown < farAbove * usual.left * recent.shown) return false;
  return wilson(recent.left, recent.shown)[0] > wilson(usual.left, usual.shown)[1];
}
