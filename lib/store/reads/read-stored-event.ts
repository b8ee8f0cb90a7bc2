import "server-only";
import { type Access, isEverything } from "@/lib/access/scope";
import type { Store } from "@/lib/store/connection/client";
import { whereInScope } from "./in-scope";
import { storedEvent } from "./list-events";

/** The stored columns of an event, or null if there is none with this id. */
export async function readStoredEvent({ reader }: Store, access: Access, id: bigint) {
  const row = await reader.event.findUnique({ where: { id }, select: storedEvent });
  if (row === null || isEverything(access.scope)) return row;
  const where = { id: row.conversationId, ...whereInScope(access) };
  return (await reader.conversation.findUnique({ where, select: { id: true } })) === null ? null : row;
}
