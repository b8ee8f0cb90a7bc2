import "server-only";
import { randomBytes, randomUUID } from "node:crypto";
import { audit } from "@/lib/audit/audit";
import { door } from "@/lib/channel/channel-to-door";
import { store } from "@/lib/store/connection/client";
import { inTransaction } from "@/lib/store/records/in-transaction";
import { forgetWebhookTokens } from "@/lib/store/records/webhook-token-cache";
import { insertWebhookToken, markWebhookTokenRevoked, readWebhookTokens } from "@/lib/store/records/webhook-tokens";
import { now, toIso } from "@/lib/time/instant";
import { actorOf } from "./actor-of";
import { requirePermissionForAll } from "./require-whole-scope";
import type { UserViewer } from "./viewer";

export interface WebhookTokenSummary {
  id: string;
  name: string;
  token: string;
  /** ISO 8601. */
  createdAt: string;
}

/**
 * The webhook tokens created in the settings. The webhook accepts them and those in `WEBHOOK_TOKENS`, for all bots and accounts.
 *
 * @throws AppError forbidden
 */
export async function listWebhookTokens(viewer: UserViewer): Promise<WebhookTokenSummary[]> {
  requirePermissionForAll(viewer, "operate");
  const rows = await readWebhookTokens(store());
  return rows.map(({ id, name, token, createdAt }) => ({ id, name, token, createdAt: toIso(createdAt) }));
}

/** Adds a token. To rotate one, add another, enter it on the platform, then revoke the old one. @throws AppError forbidden */
export async function createWebhookToken(viewer: UserViewer, name: string): Promise<{ id: string; token: string }> {
  requirePermissionForAll(viewer, "operate");
  const made = { id: randomUUID(), token: randomBytes(24).toString("base64url") };
  await inTransaction(store(), async (within) => {
    await insertWebhookToken(within, { ...made, name, createdAt: now() });
    await audit(within, actorOf(viewer), {
      action: "token.create",
      subject: { type: "webhook-token", id: made.id },
      detail: { after: { name } },
    });
  });
  tokensChanged();
  return made;
}

/** Revokes a token immediately; `false` if there is none with this id. @throws AppError forbidden */
export async function revokeWebhookToken(viewer: UserViewer, id: string): Promise<boolean> {
  requirePermissionForAll(viewer, "operate");
  const isRevoked = await inTransaction(store(), async (within) => {
    const isDone = await markWebhookTokenRevoked(within, { id, revokedAt: now() });
    if (isDone) {
      await audit(within, actorOf(viewer), { action: "token.revoke", subject: { type: "webhook-token", id } });
    }
    return isDone;
  });
  tokensChanged();
  return isRevoked;
}

/** Makes the webhook read the tokens again: in this process and at the door. */
function tokensChanged(): void {
  forgetWebhookTokens();
  door()?.send({ kind: "tokens changed" });
}
