import "server-only";
import { randomUUID } from "node:crypto";
import { can } from "@/lib/access/permissions";
import { audit } from "@/lib/audit/audit";
import { actorOf } from "@/lib/auth/actor-of";
import type { UserViewer } from "@/lib/auth/viewer";
import { missingConversation } from "@/lib/queries/conversations/missing-conversation";
import { Refusal } from "@/lib/queries/refusal";
import { store } from "@/lib/store/connection/client";
import { insertReveal, readRevealAllowed } from "@/lib/store/masking/reveals";
import { readConversation } from "@/lib/store/reads/read-conversation";
import { changeAccounts } from "@/lib/store/records/change-accounts";
import { findUser } from "@/lib/store/records/users";
import { now, toIso } from "@/lib/time/instant";

const durationUs = 15n * 60n * 1_000_000n;

/** Unmasks a conversation for a user without the permission `personal`, for 15 minutes, if an admin allows it. */
export async function revealConversation(
  viewer: UserViewer,
  { key, reason }: { key: string; reason: string },
): Promise<{ until: string } | Refusal> {
  if ((await readConversation(store(), viewer, key)) === null) return missingConversation(viewer, key);
  if (can(viewer, "personal")) return new Refusal("conflict", "You see personal data anyway.");
  const { userId } = viewer;
  return changeAccounts(store(), async (within) => {
    const user = await findUser(within, userId);
    // A role that changes meanwhile ends reveals.
    if (user?.role !== viewer.role || !(await readRevealAllowed(within))) return notAllowed;
    const createdAt = now();
    const until = createdAt + durationUs;
    await insertReveal(within, { id: randomUUID(), userId, conversationKey: key, reason, createdAt, until });
    await audit(within, actorOf(viewer), {
      action: "reveal",
      subject: { type: "conversation", id: key },
      detail: { reason, until: toIso(until) },
    });
    return { until: toIso(until) };
  });
}

const notAllowed = new Refusal(
  "forbidden",
  "Unmasking is not allowed here. An admin can allow it in Settings → Privacy.",
);
