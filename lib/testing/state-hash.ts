import { createHash } from "node:crypto";
import type { Store } from "@/lib/store/connection/client";
import { conversationsOf, textOf } from "./state-of";

const conversationsAtOnce = 200;

/**
 * A hash over the events and the state of all conversations, of any number of them in little memory: two databases with the
 * same one hold the same log and derived the same from it. Which database it is makes no difference.
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

/** One a row, each with its conversation's key: how the rows came to stand together then makes no difference. */
function hashesOf({ events, conversations, variables }: Awaited<ReturnType<typeof conversationsOf>>) {
  const kinds = Object.entries({ events, conversations, variables });
  return kinds.flatMap(([kind, rows]) => rows.map((row) => hashOf(kind + textOf(row))));
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}
