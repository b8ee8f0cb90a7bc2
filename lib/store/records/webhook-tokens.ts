import "server-only";
import { randomBytes } from "node:crypto";
import { now } from "@/lib/time/instant";
import type { Records } from "./in-transaction";

/** The id of the token that the first start makes. */
export const generatedTokenId = "first";

/** A token that the webhook accepts. */
export interface WebhookTokenRow {
  id: string;
  name: string;
  token: string;
  /** Microseconds since 1970. */
  createdAt: bigint;
}

const columns = { id: true, name: true, token: true, createdAt: true } as const;

/** The tokens that are not revoked, the oldest first. */
export async function readWebhookTokens({ records }: Records): Promise<WebhookTokenRow[]> {
  return records.webhookToken.findMany({
    where: { revokedAt: null },
    select: columns,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
}

/** Adds a token. */
export async function insertWebhookToken({ records }: Records, token: WebhookTokenRow): Promise<void> {
  await records.webhookToken.create({ data: token });
}

/** Revokes a token; `false` where there is none, or it was revoked before. */
export async function markWebhookTokenRevoked(
  { records }: Records,
  { id, revokedAt }: { id: string; revokedAt: bigint },
): Promise<boolean> {
  const { count } = await records.webhookToken.updateMany({ where: { id, revokedAt: null }, data: { revokedAt } });
  return count > 0;
}

/** Makes a token where there has never been one, so that a webhook can be registered without configuring anything. */
export async function ensureWebhookToken({ records }: Records): Promise<void> {
  if ((await records.webhookToken.count()) > 0) return;
  const id = generatedTokenId;
  const token = randomBytes(24).toString("base64url");
  // Two processes may start at once: the first row stays.
  await records.webhookToken.upsert({
    where: { id },
    create: { id, name: "Generated at first start", token, createdAt: now() },
    update: {},
  });
}
