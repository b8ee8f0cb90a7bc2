import "server-only";
import type { StepOutcome } from "@/lib/filters/kinds/condition";
import type { Origin } from "@/lib/filters/kinds/flow-ends";
import type { Store } from "@/lib/store/connection/open-store";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { type Ranks, readRanks } from "./read-ranks";

/** How often a prompt was shown in one way. */
export interface CountedSteps {
  prompt: string;
  /** Empty without a choice. */
  answer: string;
  cameFrom: Origin | "prompt";
  outcome: StepOutcome;
  to: string;
  shown: number;
  /** The bot did not react to the answer. */
  silent: number;
}

/** A text of a prompt in the counted conversations. */
export interface CountedText {
  textId: number;
  shown: number;
  conversations: number;
  /** Different visitors who were shown it; for viewers who see everything, the conversations. */
  audience: number;
  /** Microseconds. */
  firstSeen: bigint;
  lastSeen: bigint;
}

type Numbers<Row, Names extends keyof Row> = { [Name in keyof Row]: Name extends Names ? bigint | number : Row[Name] };

const groups = {
  prompt: Prisma.sql`"prompt"`,
  edge: Prisma.sql`"prompt" || '/' || "answer" || '/' || "to"`,
  answer: Prisma.sql`"prompt" || '/' || "answer"`,
};

/** Counts steps: those of a statement as of lib/store/analytics/flow-rows.ts. */
export class FlowSteps {
  readonly #store: Store;
  readonly #rows: Prisma.Sql;

  constructor(store: Store, rows: Prisma.Sql) {
    this.#store = store;
    this.#rows = rows;
  }

  ofPrompt(promptId: string): FlowSteps {
    return new FlowSteps(this.#store, Prisma.sql`SELECT * FROM (${this.#rows}) a WHERE "prompt" = ${promptId}`);
  }

  /** Shown in `[from, to)`, in microseconds since 1970. */
  between(from: bigint, to: bigint): FlowSteps {
    return new FlowSteps(
      this.#store,
      Prisma.sql`SELECT * FROM (${this.#rows}) b WHERE "at" >= ${from} AND "at" < ${to}`,
    );
  }

  async count(): Promise<CountedSteps[]> {
    const counted = await this.#store.reader.$queryRaw<Numbers<CountedSteps, "shown" | "silent">[]>`
      SELECT "prompt", "answer", "cameFrom", "outcome", "to", count(*) AS "shown",
        CAST(sum("silent") AS bigint) AS "silent"
      FROM (${this.#rows}) f GROUP BY "prompt", "answer", "cameFrom", "outcome", "to"`;
    return counted.map((row) => ({ ...row, shown: Number(row.shown), silent: Number(row.silent) }));
  }

  /** @param isMasked the viewer sees no personal data: visitors are counted, too */
  async countTexts(isMasked: boolean): Promise<CountedText[]> {
    const visitors = Prisma.sql`JOIN "Conversation" c ON c."id" = f."id"`;
    const counted = await this.#store.reader.$queryRaw<Numbers<CountedText, keyof CountedText>[]>`
      SELECT f."textId", count(*) AS "shown", count(DISTINCT f."id") AS "conversations",
        count(DISTINCT ${isMasked ? Prisma.sql`c."visitorKey"` : Prisma.sql`f."id"`}) AS "audience",
        min(f."at") AS "firstSeen", max(f."at") AS "lastSeen"
      FROM (${this.#rows}) f ${isMasked ? visitors : Prisma.empty} GROUP BY f."textId"`;
    return counted.map((row) => ({
      ...{ textId: Number(row.textId), shown: Number(row.shown), conversations: Number(row.conversations) },
      ...{ audience: Number(row.audience), firstSeen: BigInt(row.firstSeen), lastSeen: BigInt(row.lastSeen) },
    }));
  }

  /** In how many conversations there is each edge, by its value in the filter `went`. */
  conversationsOfEdges(): Promise<Map<string, number>> {
    return this.#conversations(Prisma.sql`
      SELECT "id", ${groups.edge} AS "name" FROM (${this.#rows}) f UNION ALL
      SELECT "id", "cameFrom" || '//' || "prompt" FROM (${this.#rows}) g WHERE "cameFrom" <> 'prompt'`);
  }

  /** In how many conversations each prompt has each outcome, `<prompt>/<outcome>`, and is shown, `<prompt>/shown`. */
  conversationsOfOutcomes(): Promise<Map<string, number>> {
    return this.#conversations(Prisma.sql`
      SELECT "id", "prompt" || '/' || "outcome" AS "name" FROM (${this.#rows}) f UNION ALL
      SELECT "id", "prompt" || '/shown' FROM (${this.#rows}) g`);
  }

  async #conversations(named: Prisma.Sql): Promise<Map<string, number>> {
    const counted = await this.#store.reader.$queryRaw<{ name: string; count: bigint | number }[]>`
      SELECT "name", count(DISTINCT "id") AS "count" FROM (${named}) e GROUP BY "name"`;
    return new Map(counted.map(({ name, count }) => [name, Number(count)]));
  }

  /** Times to answer in microseconds, by `<prompt>`, `<prompt>/<answer>/<to>` or `<prompt>/<answer>`. */
  async answerTimes(by: keyof typeof groups): Promise<Map<string, Ranks>> {
    const ranks = await readRanks(
      this.#store,
      Prisma.sql`SELECT ${groups[by]} AS "group", "took" AS "value" FROM (${this.#rows}) f WHERE "took" IS NOT NULL`,
    );
    return new Map([...ranks].map(([group, values]) => [group ?? "", values]));
  }
}
