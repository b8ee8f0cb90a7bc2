import "server-only";
import type { Visitor } from "@/lib/api/schemas/visitor";
import type { Viewer } from "@/lib/auth/viewer";
import { defaultSort } from "@/lib/columns/sorts";
import { noFilters } from "@/lib/filters/conversation-filters";
import { maskVisitor } from "@/lib/masking/mask-conversation";
import { summarySeen } from "@/lib/queries/lists/summary-of";
import { notFound, type Refusal } from "@/lib/queries/refusal";
import { store } from "@/lib/store/connection/client";
import { listConversations } from "@/lib/store/lists/list-conversations";
import { countConversations } from "@/lib/store/lists/list-counts";
import { readMasks } from "@/lib/store/reads/read-masks";
import { readVisitorTotals } from "@/lib/store/reads/read-visitor";
import { readVisitor } from "@/lib/store/reads/visitor-of-scope";
import { toIso } from "@/lib/time/instant";
import { contactVariables } from "./contact-variables";

const mostConversations = 200;

/** A visitor: their data and their conversations, newest first. */
export async function visitorByKey(viewer: Viewer, key: string): Promise<Visitor | Refusal> {
  const found = await readVisitor(store(), viewer, key);
  if (found === null) return notFound("visitor with this key");
  const filters = { ...noFilters, visitor: [key] };
  const [{ rows }, conversationCount, variables, totals] = await Promise.all([
    listConversations(store(), viewer, { filters, sort: defaultSort, limit: mostConversations, after: null }),
    countConversations(store(), viewer, filters),
    contactVariables(viewer, key),
    readVisitorTotals(store(), viewer, key),
  ]);
  const ids = rows.map(({ id }) => id);
  const masks = await readMasks(store(), viewer, ids);
  const visitor = {
    key: found.key,
    id: found.platformId,
    account: { key: found.accountKey },
    name: found.name,
    email: found.email,
    phone: found.phone,
    firstSeenAt: toIso(found.firstSeenAt),
    lastSeenAt: toIso(found.lastSeenAt),
    variables,
    conversations: rows.map((row) => summarySeen(row, masks)),
    conversationCount,
    ...totals,
  };
  return masks === null ? visitor : maskVisitor(visitor);
}
