import "server-only";
import { randomBytes } from "node:crypto";
import { now } from "@/lib/time/instant";
import type { Records } from "./in-transaction";

/** The id of the token created at the first start. */
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

/** The tokens that are not revoked, oldest first. */
export async function readWebhookTokens({ records }: Records): Promise<WebhookTokenRow[]> {
  return records.webhookToken.findMany({
    where: { revokedAt: null },
    select: columns,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
}

export async function insertWebhookToken({ records }: Records, token: WebhookTokenRow): Promise<void> {
  await records.webhookToken.create({ data: token });
}

/** Revokes a token; `false` if there is none, or it was already revoked. */
export async function markWebhookTokenRevoked(
  { records }: Records,
  { id, revokedAt }: { id: string; revokedAt: bigint },
): Promise<boolean> {
  const { count } = await records.webhookToken.updateMany({ where: { id, revokedAt: null }, data: { revokedAt } });
  return count > 0;
}

/** Creates a token if there has never been one, so that a webhook can be registered without any configuration. */
export async function ensureWebhookToken({ records }: Records): Promise<void> {
  if ((await records.webhookToken.count()) > 0) return;
  const id = generatedTokenId;
  const token = randomBytes(24).toString("base64url");
  // Two processes may start at once: the first row is kept.
  await records.webhookToken.upsert({
    where: { id },
    create: { id, name: "Generated at first start", token, createdAt: now() },
    update: {},
  });
}
