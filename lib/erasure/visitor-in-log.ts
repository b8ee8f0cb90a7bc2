import "server-only";
import { readEnvelope, visitorKeyOf } from "@/lib/events/envelope";
import { parseRaw } from "@/lib/json/parse-json";
import type { Store } from "@/lib/store/connection/open-store";
import { type FoundConversation, findInLog } from "@/lib/store/erasure/find-subject";
import { erasureKeyOf } from "@/lib/store/erasure/tombstones";
import { erasedVisitorKey } from "./erased-visitor-key";
import { jsonSpellings } from "./person-texts";

interface Part {
  /** Events after this id, and up to `upTo` if it is not null. */
  after: bigint;
  upTo: bigint | null;
  /** Conversations that are known already. */
  known: readonly bigint[];
  /** Also those whose events of the visitor are skeletons already. */
  isErasedToo: boolean;
}

/** Conversations with an event of the visitor, of the next part of the log. `last` is null at its end. */
export async function visitorInLog(
  store: Store,
  visitorKey: string,
  { isErasedToo, ...part }: Part,
): Promise<{ found: FoundConversation[]; last: bigint | null }> {
  const erased = isErasedToo ? [erasedVisitorKey(await erasureKeyOf(store), visitorKey)] : [];
  const keys = [visitorKey, ...erased];
  const { found, last } = await findInLog(store, { ...part, texts: keys.flatMap(spellings) });
  const own = found.filter(({ raw }) => keys.includes(visitorOf(raw) ?? ""));
  return { found: [...new Map(own.map(({ id, key }) => [id, { id, key }])).values()], last };
}

/** Whether any event is of this visitor. */
export async function isVisitorLogged(store: Store, visitorKey: string): Promise<boolean> {
  const all = { upTo: null, known: [], isErasedToo: false };
  for (let after: bigint | null = 0n; after !== null; ) {
    const { found, last } = await visitorInLog(store, visitorKey, { ...all, after });
    if (found.length > 0) return true;
    after = last;
  }
  return false;
}

const ofConversation = visitorKeyOf("");

/** What the source of an event of the visitor contains, whoever wrote its JSON. */
function spellings(visitorKey: string): string[] {
  // An event without a visitor.
  const key = visitorKey.startsWith(ofConversation) ? visitorKey.slice(ofConversation.length) : visitorKey;
  // Some escape more signs than they have to.
  return /^[\w .:@-]*$/.test(key) ? [key] : [...jsonSpellings(key), "\\"];
}

function visitorOf(raw: string): string | null {
  try {
    const reading = readEnvelope(parseRaw(raw));
    return reading.ok ? reading.envelope.visitor.key : null;
  } catch {
    return null;
  }
}
