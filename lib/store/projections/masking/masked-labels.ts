import "server-only";
import type { FoldState } from "@/lib/conversation/fold-state";
import type { Dialect } from "@/lib/env/database-url";
import { KnownValues } from "@/lib/masking/known-values";
import { maskText } from "@/lib/masking/mask-text";
import { PersonalValues } from "@/lib/masking/personal-values";
import { type Columns, jsonRows, type Row } from "@/lib/store/connection/json-rows";
import type { Statements } from "@/lib/store/connection/statements";

const columns = { accountKey: "text", labelId: "text", shownName: "text" } satisfies Columns;

interface NamedLabel {
  accountKey: string;
  labelId: string;
  name: string | null;
  shownName: string | null;
}

/** When a label gets another name: a label of more conversations than these is no person's. */
const mostSearched = 100;

/** Writes the names of labels for masked viewers: what is personal in any conversation that has or had the label is masked. */
export class MaskedLabels {
  readonly #transaction: Statements;
  readonly #dialect: Dialect;
  readonly #uses: { accountKey: string; labelId: string; known: KnownValues }[] = [];

  constructor(transaction: Statements, dialect: Dialect) {
    this.#transaction = transaction;
    this.#dialect = dialect;
  }

  add({ account, labelNames }: FoldState, known: KnownValues): void {
    for (const labelId of Object.keys(labelNames)) this.#uses.push({ accountKey: account.key, labelId, known });
  }

  async write(): Promise<void> {
    const uses = Map.groupBy(this.#uses, keyOf);
    if (uses.size === 0) return;
    const keys = [...uses.values()].flatMap((same) => same.slice(0, 1));
    const labels = await this.#transaction.$queryRaw<NamedLabel[]>`
      SELECT l."accountKey", l."labelId", l."name", l."shownName" FROM "Label" l
        JOIN ${jsonRows(this.#dialect, { accountKey: "text", labelId: "text" }, keys)}
        ON r."accountKey" = l."accountKey" AND r."labelId" = l."labelId"`;
    const rows: Row<typeof columns>[] = [];
    for (const label of labels) {
      const { accountKey, labelId, name, shownName } = label;
      if (name === null) continue;
      const own = (uses.get(keyOf(label)) ?? []).map(({ known }) => known);
      const known = shownName === null ? [...own, ...(await this.#others(label))] : own;
      const shown = known.reduce(maskText, shownName ?? name);
      if (shown !== shownName) rows.push({ accountKey, labelId, shownName: shown });
    }
    if (rows.length === 0) return;
    await this.#transaction.$executeRaw`
      UPDATE "Label" SET "shownName" = r."shownName" FROM ${jsonRows(this.#dialect, columns, rows)}
      WHERE "Label"."accountKey" = r."accountKey" AND "Label"."labelId" = r."labelId"`;
  }

  /** What is personal in the conversations that have a label. */
  async #others({ accountKey, labelId }: NamedLabel): Promise<KnownValues[]> {
    const masks = await this.#transaction.$queryRaw<{ personal: string }[]>`
      SELECT k."personal" FROM "FacetSetValue" v JOIN "FacetSet" s ON s."id" = v."facetSetId"
        JOIN "Conversation" c ON c."facetSetId" = s."id" JOIN "ConversationMask" k ON k."conversationId" = c."id"
      WHERE v."kind" = 'label' AND v."value" = ${labelId} AND s."accountKey" = ${accountKey} LIMIT ${mostSearched}`;
    return masks.map(({ personal }) => new KnownValues(new PersonalValues(personal).list));
  }
}

function keyOf({ accountKey, labelId }: Pick<NamedLabel, "accountKey" | "labelId">): string {
  return JSON.stringify([accountKey, labelId]);
}
