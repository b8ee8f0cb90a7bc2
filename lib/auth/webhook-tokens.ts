import "server-only";
import { randomBytes, randomUUID } from "node:crypto";
import { door } from "@/lib/channel/channel-to-door";
import { forgetWebhookTokens } from "@/lib/store/admin/webhook-tokens";
import { store } from "@/lib/store/connection/client";
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

/** The tokens made here that the webhook accepts, beside those of `WEBHOOK_TOKENS`. @throws AppError forbidden */
export async function listWebhookTokens(viewer: UserViewer): Promise<WebhookTokenSummary[]> {
  requireAdmin(viewer);
  const rows = await store().records.webhookToken.findMany({
    where: { revokedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, name, token, createdAt }) => ({ id, name, token, createdAt: toIso(createdAt) }));
}

/** Adds a token. To rotate one, add another, enter it on the platform, then revoke the old one. @throws AppError forbidden */
export async function createWebhookToken(viewer: UserViewer, name: string): Promise<{ id: string; token: string }> {
  requireAdmin(viewer);
  const made = { id: randomUUID(), token: randomBytes(24).toString("base64url") };
  await store().records.webhookToken.create({ data: { ...made, name, createdAt: now() } });
  tokensChanged();
  return made;
}

/** Makes the webhook refuse a token; `false` when there is none of this id. @throws AppError forbidden */
export async function revokeWebhookToken(viewer: UserViewer, id: string): Promise<boolean> {
  requireAdmin(viewer);
  const { count } = await store().records.webhookToken.updateMany({
    where: { id, revokedAt: null },
    data: { revokedAt: now() },
  });
  tokensChanged();
  return count > 0;
}

/** The webhook has to know at once: in this process, and at the door. */
function tokensChanged(): void {
  forgetWebhookTokens();
  door()?.tell({ kind: "tokens changed" });
}
