import "server-only";
import type { RetentionCategory, RetentionRule } from "@/lib/api/retention";
import { readFilters } from "@/lib/filters/read-filters";
import type { Store } from "@/lib/store/connection/client";
import { expireBodies } from "@/lib/store/retention/bodies";
import {
  type ErasingExpiry,
  expireContent,
  expireData,
  expireNotes,
  expireWhole,
  previewExpired,
} from "@/lib/store/retention/expired-conversations";
import type { Due, Expiry, Preview } from "@/lib/store/retention/expiry";
import { expireEntries } from "@/lib/store/retention/log-entries";
import { expireQuarantine } from "@/lib/store/retention/quarantine";

const dayUs = 86_400_000_000n;

const expiries: Record<RetentionCategory, Expiry | ErasingExpiry> = {
  conversations: expireWhole,
  content: expireContent,
  notes: expireNotes,
  contactValues: expireData("contacts"),
  technicalData: expireData("technical"),
  bodies: expireBodies,
  quarantine: expireQuarantine,
  accessLog: expireEntries("access"),
  auditLog: expireEntries("audit"),
};

export function expiryOf({ category }: Pick<RetentionRule, "category">): Expiry | ErasingExpiry {
  return expiries[category];
}

/** What a rule would do now. */
export function previewOf(store: Store, rule: Pick<RetentionRule, "category">, due: Due): Promise<Preview> {
  const expiry = expiryOf(rule);
  return "find" in expiry ? expiry.preview(store, due) : previewExpired(store, due, expiry.left);
}

/** Whether the rows of a category are entries of logs, whose new start is recorded with each batch. */
export function isOfLog({ category }: Pick<RetentionRule, "category">): boolean {
  return category === "accessLog" || category === "auditLog";
}

/** What a rule covers at a moment; a text if its filter is not valid. */
export function dueOf(
  { filter, ageDays }: Pick<RetentionRule, "filter" | "ageDays">,
  { at, isThorough }: { at: bigint; isThorough: boolean },
): Due | string {
  const read = readFilters(new URLSearchParams(filter));
  if (!read.ok) return read.message;
  return { before: at - BigInt(ageDays) * dayUs, filters: read.filters, isThorough };
}
