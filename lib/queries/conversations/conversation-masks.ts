import "server-only";
import { can } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { store } from "@/lib/store/connection/client";
import { findRevealEnd } from "@/lib/store/masking/reveals";
import { type Masks, readMasks } from "@/lib/store/reads/read-masks";
import { now } from "@/lib/time/instant";

/** When the viewer's reveal of a conversation ends; null if it is not revealed to them. */
export async function revealedUntil(viewer: Viewer, key: string): Promise<bigint | null> {
  if (viewer.kind !== "user" || can(viewer, "personal")) return null;
  return findRevealEnd(store(), { userId: viewer.userId, conversationKey: key, at: now() });
}

/** What masks a conversation for a viewer; null if they see everything. */
export type MasksOf = (viewer: Viewer, conversation: { id: bigint; key: string }) => Promise<Masks | null>;

/** For a conversation that the viewer has opened, which may be revealed to them. */
export const conversationMasks: MasksOf = async (viewer, conversation) =>
  (await revealedUntil(viewer, conversation.key)) === null ? unrevealedMasks(viewer, conversation) : null;

/** For a conversation among others, as in exports: nothing is revealed. */
export const unrevealedMasks: MasksOf = (viewer, { id }) => readMasks(store(), viewer, [id]);
