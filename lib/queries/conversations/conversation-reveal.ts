import "server-only";
import { can } from "@/lib/access/permissions";
import type { RevealState } from "@/lib/api/schemas/privacy/reveal";
import type { Viewer } from "@/lib/auth/viewer";
import type { Refusal } from "@/lib/queries/refusal";
import { store } from "@/lib/store/connection/client";
import { readRevealAllowed } from "@/lib/store/masking/reveals";
import { readConversation } from "@/lib/store/reads/read-conversation";
import { now, toIso } from "@/lib/time/instant";
import { revealedUntil } from "./conversation-masks";
import { missingConversation } from "./missing-conversation";

const masked = { until: null, remainingSeconds: null };

/** Whether the viewer may unmask a conversation, and until when they have. */
export async function conversationReveal(viewer: Viewer, key: string): Promise<RevealState | Refusal> {
  if ((await readConversation(store(), viewer, key)) === null) return missingConversation(viewer, key);
  if (viewer.kind !== "user" || can(viewer, "personal")) return { allowed: false, ...masked };
  const [allowed, until] = await Promise.all([readRevealAllowed(store()), revealedUntil(viewer, key)]);
  if (until === null) return { allowed, ...masked };
  return { allowed, until: toIso(until), remainingSeconds: Number((until - now() + 999_999n) / 1_000_000n) };
}
