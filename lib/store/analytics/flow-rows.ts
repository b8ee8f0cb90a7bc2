import "server-only";
import type { Access } from "@/lib/access/scope";
import type { Cohort } from "@/lib/analytics/narrow";
import { isSettled } from "@/lib/filters/definitions/conversation/settled";
import { jsonRows } from "@/lib/store/connection/json-rows";
import type { Store } from "@/lib/store/connection/open-store";
import { type PromptTextRow, readTextsOfBot } from "@/lib/store/reads/prompt-texts";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { cohortRows, rowTest } from "./cohort-rows";
import { FlowSteps } from "./count-flow";
import { groupingOf } from "./groupings";

/** The texts of a bot, and the steps of a cohort that have them. */
export async function openFlow(
  store: Store,
  access: Access,
  cohort: Cohort,
  botId: string,
): Promise<{ texts: PromptTextRow[]; steps: FlowSteps }> {
  const texts = await readTextsOfBot(store.reader, botId);
  return { texts, steps: new FlowSteps(store, await flowRows(store, access, cohort, texts)) };
}

/** The steps of a cohort by bot: `prompt` is the id of the bot, and steps differ only in their outcomes. */
export async function openFlowsOfBots(store: Store, access: Access, cohort: Cohort, tz: string): Promise<FlowSteps> {
  const rows = await cohortRows(store, access, cohort, await groupingOf(store, access, "bot", tz));
  return new FlowSteps(
    store,
    Prisma.sql`
      SELECT m."id", w."textId", w."at", m."group" AS "prompt", '' AS "answer", 'prompt' AS "cameFrom", w."took",
        ${outcomeSql(rowTest(access, isSettled))} AS "outcome", '' AS "to", 0 AS "silent"
      FROM (${rows}) m JOIN "Step" w ON w."conversationId" = m."id"`,
  );
}

function outcomeSql(settled: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE WHEN w."outcome" <> 'open' THEN w."outcome" WHEN ${settled} THEN 'abandoned' ELSE 'pending' END`;
}

/**
 * The steps of a cohort whose prompts have these texts, as a statement: `prompt` and `to` are ids of prompts; `outcome` and `to` of a step
 * without a next one depend on whether its conversation is settled.
 */
async function flowRows(
  store: Store,
  access: Access,
  cohort: Cohort,
  texts: readonly PromptTextRow[],
): Promise<Prisma.Sql> {
  const pairs = texts.map(({ id, promptId }) => ({ textId: id, prompt: promptId }));
  const prompts = Prisma.sql`SELECT r."textId", r."prompt"
    FROM ${jsonRows(store.dialect, { textId: "integer", prompt: "text" }, pairs)}`;
  const settled = rowTest(access, isSettled);
  return Prisma.sql`
    SELECT m."id", w."textId", w."at", p."prompt", coalesce(w."answer", '') AS "answer", w."cameFrom", w."took",
      ${outcomeSql(settled)} AS "outcome",
      CASE WHEN w."wentTo" = 'prompt' THEN n."prompt" WHEN w."wentTo" <> 'open' THEN w."wentTo"
        WHEN ${settled} THEN 'silence' ELSE 'pending' END AS "to",
      CASE WHEN w."wentTo" = 'open' AND ${settled} AND m."visitorSpokeLast" THEN 1 ELSE 0 END AS "silent"
    FROM (${await cohortRows(store, access, cohort)}) m JOIN "Step" w ON w."conversationId" = m."id"
    JOIN (${prompts}) p ON p."textId" = w."textId" LEFT JOIN (${prompts}) n ON n."textId" = w."wentToTextId"`;
}
