import { createHash } from "node:crypto";
import type { FoldState } from "@/lib/conversation/fold-state";
import type { Columns, Row } from "@/lib/store/connection/json-rows";
import type { conversationRow } from "@/lib/store/projections/conversation-row";
import { shorten } from "@/lib/store/reads/shorten";

export const facetColumns = {
  status: "text",
  accountKey: "text",
  botId: "text",
  channel: "text",
  assigneeId: "text",
  assigneeAddress: "text",
  assigneeName: "text",
  closedByType: "text",
  closedById: "text",
  closedByAddress: "text",
  lastPromptType: "text",
  awaitsAnswer: "boolean",
  handedOver: "boolean",
  reopened: "boolean",
  waitingSince: "bigint",
  noteCount: "integer",
  gapCount: "integer",
  longest: "bigint",
} satisfies Columns;

/** A combination of filterable values: the columns of the model `FacetSet`, and values of which a conversation has several. */
export interface FacetSet {
  digest: string;
  columns: Row<typeof facetColumns>;
  labels: readonly string[];
  messageTypes: readonly string[];
}

/** The facet set of a conversation. Numbers and times are included only as far as filters test them without a range. */
export function facetSetOf(row: ReturnType<typeof conversationRow>, state: FoldState): FacetSet {
  const columns = {
    ...Object.fromEntries(Object.keys(facetColumns).map((name) => [name, row[name as keyof typeof row] ?? null])),
    waitingSince: row.waitingSince === null ? null : 1n,
    noteCount: Number(row.noteCount) > 0 ? 1 : 0,
    gapCount: Number(row.gapCount) > 0 ? 1 : 0,
    longest: longestOf(BigInt(row.lastEventAt ?? 0) - BigInt(row.createdAt ?? 0)),
    // The names above are the column names.
  } as FacetSet["columns"];
  const labels = distinct(state.labels.map(({ id }) => id));
  const messageTypes = distinct(Object.keys(state.messageTypes).map(shorten));
  const values = JSON.stringify([...Object.values(columns).map(String), labels, messageTypes]);
  const digest = createHash("sha256").update(values).digest("base64").slice(0, 22);
  return { digest, columns, labels, messageTypes };
}

/** Conversations with a negative duration, caused by wrong clocks, have no longest duration. */
export const endless = 10n ** 18n;
const shortest = 10n ** 9n;

function longestOf(duration: bigint): bigint {
  if (duration < 0n) return endless;
  let longest = shortest;
  while (longest <= duration) longest *= 10n;
  return longest;
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
