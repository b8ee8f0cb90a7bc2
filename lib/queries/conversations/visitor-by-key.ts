import "server-only";
import type { Visitor } from "@/lib/api/schemas/visitor";
import type { Viewer } from "@/lib/auth/viewer";
import { defaultSort } from "@/lib/columns/sorts";
import { noFilters } from "@/lib/filters/conversation-filters";
import { summaryOf } from "@/lib/queries/lists/summary-of";
import { notFound, type Refusal } from "@/lib/queries/refusal";
import { store } from "@/lib/store/connection/client";
import { listConversations } from "@/lib/store/lists/list-conversations";
import { countConversations } from "@/lib/store/lists/list-counts";
import { readVisitor, readVisitorTotals } from "@/lib/store/reads/read-visitor";
import { toIso } from "@/lib/time/instant";
import { contactVariables } from "./contact-variables";

const mostConversations = 200;

/** A visitor: their data and their conversations, newest first. */
export async function visitorByKey(_viewer: Viewer, key: string): Promise<Visitor | Refusal> {
  const found = await readVisitor(store(), key);
  if (found === null) return notFound("visitor with this key");
  const filters = { ...noFilters, visitor: [key] };
  const [{ rows }, conversationCount, variables, totals] = await Promise.all([
    listConversations(store(), { filters, sort: defaultSort, limit: mostConversations, after: null }),
    countConversations(store(), filters),
    contactVariables(key),
    readVisitorTotals(store(), key),
  ]);
  return {
    key: found.key,
    id: found.platformId,
    account: { key: found.accountKey },
    name: found.name,
    email: found.email,
    phone: found.phone,
    firstSeenAt: toIso(found.firstSeenAt),
    lastSeenAt: toIso(found.lastSeenAt),
    variables,
    conversations: rows.map(summaryOf),
    conversationCount,
    ...totals,
  };
}
