import "server-only";
import type { Access } from "@/lib/access/scope";
import { type Stuck, type StuckSign, stuckAt } from "@/lib/conversation/stuck/stuck-reasons";
import type { ConversationFilters } from "@/lib/filters/conversation-filters";
import type { Store } from "@/lib/store/connection/open-store";
import { readAsked } from "@/lib/store/lists/asked";
import { idleSince } from "@/lib/store/lists/idle-since";
import { allMatching } from "@/lib/store/lists/list-counts";
import { fromIso } from "@/lib/time/instant";
import { leftPrompts } from "./left-prompts";

/** A conversation that is stuck. */
export interface StuckConversation extends Stuck {
  id: bigint;
}

interface Candidate {
  id: bigint | number;
  signs: string;
  /** The text of its last prompt. */
  textId: bigint | number | null;
  /** Whether its last prompt has been open for long enough. */
  isAtPrompt: boolean | number | bigint | null;
}

/** The matching conversations that are stuck at a time: the highest score first, then the longest. */
export async function listStuck(
  store: Store,
  access: Access,
  filters: ConversationFilters,
  at: bigint,
): Promise<StuckConversation[]> {
  const asked = await readAsked(store, access, filters);
  // Closed conversations have no row.
  asked.times.lastEventAt.push({ from: idleSince(at) + 1n, to: null });
  const rows = await store.reader.$queryRaw<Candidate[]>`
    SELECT c."id", g."signs", coalesce(g."promptDueAt" <= ${at}, false) AS "isAtPrompt",
      (SELECT w."textId" FROM "Step" w WHERE w."conversationId" = c."id" ORDER BY w."place" DESC LIMIT 1) AS "textId"
    FROM (SELECT c."id" ${await allMatching(store, asked)}) c CROSS JOIN "Stuck" g
    WHERE g."conversationId" = c."id" AND (g."dueAt" <= ${at} OR g."promptDueAt" <= ${at})`;
  const prompts = rows.filter(({ isAtPrompt }) => Boolean(Number(isAtPrompt))).map(({ textId }) => textId);
  const left = await leftPrompts(store, prompts.filter((textId) => textId !== null).map(Number), at);
  const found = rows.flatMap(({ id, signs, textId }): StuckConversation[] => {
    // Only the projection writes it.
    const stuck = stuckAt(JSON.parse(signs) as StuckSign[], at, left.has(Number(textId)));
    return stuck === null ? [] : [{ id: BigInt(id), ...stuck }];
  });
  return found.sort(compareStuck);
}

/** The highest score first, then the longest, then the lowest id. */
export function compareStuck(a: StuckPlace, b: StuckPlace): number {
  if (a.score !== b.score) return b.score - a.score;
  const [from, to] = [fromIso(a.since), fromIso(b.since)];
  if (from !== to) return from < to ? -1 : 1;
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
}

/** A position in the queue. */
export type StuckPlace = Pick<StuckConversation, "id" | "score" | "since">;
