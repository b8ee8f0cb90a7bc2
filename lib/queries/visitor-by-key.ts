import "server-only";
import { noFilters } from "@/lib/api/filters";
import { defaultSort } from "@/lib/api/sort";
import type { Visitor } from "@/lib/api/visitor";
import type { Viewer } from "@/lib/auth/viewer";
import { readSnapshot } from "@/lib/conversation/snapshot";
import { store } from "@/lib/store/client";
import { listConversations } from "@/lib/store/list-conversations";
import { countConversations } from "@/lib/store/list-counts";
import { readSnapshotsOfVisitor, readVisitor } from "@/lib/store/read-visitor";
import { toIso } from "@/lib/time/instant";
import { notFound, type Refusal } from "./refusal";
import { summaryOf } from "./summary-of";

const MOST_CONVERSATIONS = 200;
/** Contact variables are kept across a visitor's conversations, so the latest ones know them all but for rare exceptions. */
const MOST_SNAPSHOTS = 25;

/** A visitor: what is known of them, and their conversations, newest first. */
export async function visitorByKey(_viewer: Viewer, key: string): Promise<Visitor | Refusal> {
  const found = await readVisitor(store(), key);
  if (found === null) return notFound("visitor with this key");
  const filters = { ...noFilters, visitor: [key] };
  const [{ rows }, conversationCount, variables] = await Promise.all([
    listConversations(store(), { filters, sort: defaultSort, limit: MOST_CONVERSATIONS, after: null }),
    countConversations(store(), filters),
    contactVariables(key),
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
  };
}

/** The latest value of each contact variable over the visitor's conversations. */
async function contactVariables(visitorKey: string): Promise<Visitor["variables"]> {
  const latest = new Map<string, Visitor["variables"][string]>();
  for (const { key, snapshot } of await readSnapshotsOfVisitor(store(), visitorKey, MOST_SNAPSHOTS)) {
    for (const [name, variable] of Object.entries(readSnapshot(snapshot)?.variables ?? {})) {
      const known = latest.get(name);
      if (variable.scope !== "contact" || (known !== undefined && known.updatedAt >= variable.updatedAt)) continue;
      latest.set(name, { ...variable, conversationKey: key });
    }
  }
  return Object.fromEntries(latest);
}
