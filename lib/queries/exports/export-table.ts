import "server-only";
import type { Access } from "@/lib/access/scope";
import type { CsvDialect } from "@/lib/api/schemas/export";
import type { Viewer } from "@/lib/auth/viewer";
import { csvValue, type ExportColumn, variableOf } from "@/lib/columns/csv-columns";
import type { ConversationFilters } from "@/lib/filters/conversation-filters";
import { valuesSeen } from "@/lib/queries/lists/seen";
import { summarySeen } from "@/lib/queries/lists/summary-of";
import { store } from "@/lib/store/connection/client";
import { type Cut, listMatching, readCut } from "@/lib/store/lists/list-matching";
import { requireShown } from "@/lib/store/lists/personal-parameters";
import { readListings } from "@/lib/store/reads/read-listings";
import { readMasks } from "@/lib/store/reads/read-masks";
import { readVariables } from "@/lib/store/reads/read-variables";
import { type Cell, csvHeader, csvRows } from "./csv-rows";

export interface TableRequest {
  filters: ConversationFilters;
  columns: readonly ExportColumn[];
  /** Begin with a byte order mark. */
  bom: boolean;
  dialect: CsvDialect;
}

const rowsOfPiece = 200;
/**
 * Rows per chunk with variable columns, whose values can be long: they are exported in full, as far as the state contains them.
 */
const rowsWithVariables = 50;

/** The matching conversations as CSV (RFC 4180), one row each, with a header row. Yields whole rows. */
export async function exportTable(viewer: Viewer, request: TableRequest): Promise<AsyncGenerator<string>> {
  await requireShown(store(), viewer, request);
  return pieces(viewer, request, await readCut(store()));
}

async function* pieces(
  access: Access,
  { filters, columns, bom, dialect }: TableRequest,
  cut: Cut,
): AsyncGenerator<string> {
  yield (bom ? "\ufeff" : "") + csvHeader(columns, dialect);
  for await (const conversations of listMatching(store(), access, filters, cut)) {
    const rows = columns.some((column) => variableOf(column) !== null) ? rowsWithVariables : rowsOfPiece;
    for (let start = 0; start < conversations.length; start += rows) {
      const ids = conversations.slice(start, start + rows).map(({ id }) => id);
      yield csvRows(await rowsOf(access, ids, columns), dialect);
    }
  }
}

async function rowsOf(access: Access, ids: readonly bigint[], columns: readonly ExportColumn[]): Promise<Cell[][]> {
  const names = columns.map(variableOf).filter((name) => name !== null);
  const listings = await readListings(store(), access, ids);
  const variables = names.length === 0 ? new Map() : await readVariables(store(), ids, names);
  const masks = await readMasks(store(), access, ids);
  return listings.map((listing) => {
    const summary = summarySeen(listing, masks);
    const seen = valuesSeen(listing.id, variables.get(listing.id) ?? {}, masks);
    return columns.map((column) => {
      const name = variableOf(column);
      return name === null ? csvValue(column, summary) : variableCell(seen[name]);
    });
  });
}

function variableCell(value: unknown): Cell {
  if (value === undefined || value === null) return null;
  return isCell(value) ? value : JSON.stringify(value);
}

function isCell(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
