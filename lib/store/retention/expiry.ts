import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import type { ConversationFilters } from "@/lib/filters/conversation-filters";
import type { Store } from "@/lib/store/connection/open-store";
import type { Statements } from "@/lib/store/connection/statements";

/** A retention rule at some moment. */
export interface Due {
  /** Microseconds: what is older expires. */
  before: bigint;
  /** For conversations. */
  filters: ConversationFilters;
  /** Also look where expired rows are unlikely. */
  isThorough: boolean;
}

/** Some rows that may expire. */
export interface Batch {
  ids: readonly bigint[];
  /** Where the next batch begins; null if this is the last one. */
  next: string | null;
}

/** Numbers of rows that were changed, and of expired rows that a legal hold keeps. */
export interface Applied {
  changed: number;
  held: number;
}

/** An expired row. */
export interface Example {
  type: "conversation" | "delivery" | "entry";
  /** The conversation's key, or the row's id. */
  id: string;
  title: string;
  /** Microseconds: the time that its age counts from. */
  at: bigint;
}

export interface Preview {
  /** Number of rows that would expire now, and of expired rows that a legal hold keeps. */
  count: number;
  held: number;
  /** The oldest ones. */
  examples: Example[];
}

export const mostExamples = 10;

/** How rows of one category expire. */
export interface Expiry {
  preview(store: Store, due: Due): Promise<Preview>;
  /** Reads the next batch outside of transactions. */
  find(store: Store, due: Due, after: string | null): Promise<Batch>;
  /**
   * Removes or reduces the rows of a batch, except those that are held, within the lock of the writer's clock: for at most about
   * 50 ms.
   */
  apply(transaction: Statements, moment: Moment, batch: Batch): Promise<Applied>;
}

export interface Moment {
  dialect: Dialect;
  /** Microseconds. */
  at: bigint;
}

/** The number in the one row of a count. */
export function countIn(rows: readonly { count: bigint | number }[]): number {
  return Number(rows[0]?.count ?? 0);
}
