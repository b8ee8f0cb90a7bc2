import { createHash } from "node:crypto";
import type { Store } from "@/lib/store/connection/client";
import { conversationsOf, textOf } from "./state-of";

const conversationsAtOnce = 200;

/**
 * A hash of the events and states of all conversations, computed in bounded memory: equal for two databases with the same log and
 * derived state, on either kind of database.
 */
export async function stateHash(store: Store): Promise<string> {
  const hashes: string[] = [];
  let after = 0n;
  for (;;) {
    const found = await store.reader.conversation.findMany({
      where: { id: { gt: after } },
      orderBy: { id: "asc" },
      take: conversationsAtOnce,
      select: { id: true },
    });
    const last = found.at(-1);
    if (last === undefined) break;
    const ids = found.map(({ id }) => id);
    hashes.push(...hashesOf(await conversationsOf(store, ids)));
    after = last.id;
  }
  return hashOf(hashes.sort().join());
}

/** One hash per row, each with its conversation's key, so that the grouping of rows does not matter. */
function hashesOf({ nameOf: _, ...state }: Awaited<ReturnType<typeof conversationsOf>>) {
  const kinds = Object.entries(state);
  return kinds.flatMap(([kind, rows]) => rows.map((row) => hashOf(kind + textOf(row))));
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}
