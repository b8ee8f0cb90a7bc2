import "server-only";
import type { PromptChoice } from "@/lib/conversation/steps/step-log";
import type { ReadingClient } from "@/lib/store/connection/open-store";
import { Prisma } from "@/prisma/generated/sqlite/client";

/** A text of a prompt. */
export interface PromptTextRow {
  id: number;
  /** The prompt that it belongs to. */
  promptId: string;
  variant: string;
  type: string;
  title: string;
  choices: PromptChoice[];
}

type Stored = Omit<PromptTextRow, "promptId" | "choices"> & {
  prompt: string;
  isApart: boolean | number | bigint;
  choices: string;
};

/** The texts of a bot, of all of its conversations. */
export function readTextsOfBot(reader: ReadingClient, botId: string): Promise<PromptTextRow[]> {
  return readTexts(reader, Prisma.sql`t."botId" = ${botId}`);
}

/** The texts of prompts, by the ids of the prompts. */
export async function readTextsOfPrompts(
  reader: ReadingClient,
  promptIds: readonly string[],
): Promise<Map<string, PromptTextRow[]>> {
  if (promptIds.length === 0) return new Map();
  const structures = [...new Set(promptIds.map((id) => partsOf(id).prompt))];
  const texts = await readTexts(reader, Prisma.sql`t."prompt" IN (${Prisma.join(structures)})`);
  return new Map(
    promptIds.map((id) => {
      const { prompt, variant } = partsOf(id);
      const isIn = (text: PromptTextRow) =>
        variant === undefined
          ? text.promptId === id
          : text.variant === variant && partsOf(text.promptId).prompt === prompt;
      return [id, texts.filter(isIn)];
    }),
  );
}

/**
 * Texts with the same structure are variants of one prompt. If the structure does not tell prompts apart, and a conversation shows two of
 * them, each of these two is a prompt: its id then includes the variant.
 */
async function readTexts(reader: ReadingClient, among: Prisma.Sql): Promise<PromptTextRow[]> {
  const rows = await reader.$queryRaw<Stored[]>`
    SELECT t."id", t."prompt", t."variant", t."type", t."title", t."choices",
      CASE WHEN t."isWeak" THEN EXISTS (SELECT 1 FROM "Step" w WHERE w."textId" = t."id" AND w."isApart" IS TRUE)
        ELSE false END AS "isApart"
    FROM "PromptText" t WHERE ${among} ORDER BY t."digest"`;
  const idOf = ({ prompt, variant }: Stored) => `${prompt}.${variant}`;
  const apart = new Set(rows.filter(({ isApart }) => Boolean(Number(isApart))).map(idOf));
  return rows.map(({ id, variant, type, title, choices, ...row }) => ({
    ...{ id: Number(id), variant, type, title },
    promptId: apart.has(idOf({ id, variant, type, title, choices, ...row })) ? `${row.prompt}.${variant}` : row.prompt,
    // Only the projection writes it.
    choices: JSON.parse(choices) as PromptChoice[],
  }));
}

function partsOf(promptId: string): { prompt: string; variant: string | undefined } {
  const [prompt = "", variant] = promptId.split(".");
  return { prompt, variant };
}
