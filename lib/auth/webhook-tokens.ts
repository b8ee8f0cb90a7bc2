import "server-only";
import { randomBytes, randomUUID } from "node:crypto";
import { door } from "@/lib/channel/channel-to-door";
import { store } from "@/lib/store/connection/client";
import { forgetWebhookTokens } from "@/lib/store/records/webhook-token-cache";
import { insertWebhookToken, markWebhookTokenRevoked, readWebhookTokens } from "@/lib/store/records/webhook-tokens";
import { now, toIso } from "@/lib/time/instant";
import { requireAdmin } from "./require-admin";
import type { UserViewer } from "./viewer";

export interface WebhookTokenSummary {
  id: string;
  name: string;
  token: string;
  /** ISO 8601. */
  createdAt: string;
}

/** The stored tokens, which the webhook accepts in addition to those of `WEBHOOK_TOKENS`. @throws AppError forbidden */
export async function listWebhookTokens(viewer: UserViewer): Promise<WebhookTokenSummary[]> {
  requireAdmin(viewer);
  const rows = await readWebhookTokens(store());
  return rows.map(({ id, name, token, createdAt }) => ({ id, name, token, createdAt: toIso(createdAt) }));
}

/** Adds a token. To rotate one, add another, enter it on the platform, then revoke the old one. @throws AppError forbidden */
export async function createWebhookToken(viewer: UserViewer, name: string): Promise<{ id: string; token: string }> {
  requireAdmin(viewer);
  const made = { id: randomUUID(), token: randomBytes(24).toString("base64url") };
  await insertWebhookToken(store(), { ...made, name, createdAt: now() });
  tokensChanged();
  return made;
}

/** Revokes a token immediately; `false` if there is none with this id. @throws AppError forbidden */
export async function revokeWebhookToken(viewer: UserViewer, id: string): Promise<boolean> {
  requireAdmin(viewer);
  const isRevoked = await markWebhookTokenRevoked(store(), { id, revokedAt: now() });
  tokensChanged();
  return isRevoked;
}

/** Makes the webhook read the tokens again: in this process and at the door. */
function tokensChanged(): void {
  forgetWebhookTokens();
  door()?.send({ kind: "tokens changed" });
}
