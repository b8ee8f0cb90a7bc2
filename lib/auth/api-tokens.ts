import "server-only";
import { randomBytes, randomUUID } from "node:crypto";
import { store } from "@/lib/store/connection/client";
import { now, toIso } from "@/lib/time/instant";
import type { UserViewer } from "./viewer";
import { hashToken } from "./viewer-of-token";

export interface ApiTokenSummary {
  id: string;
  name: string;
  /** The token's last characters. */
  hint: string;
  /** ISO 8601. */
  createdAt: string;
  lastUsedAt: string | null;
  /** The person who made it, `null` when their account is gone. */
  madeBy: string | null;
}

/** The tokens that hold: an admin sees everybody's, a member their own. The newest first. */
export async function listApiTokens(viewer: UserViewer): Promise<ApiTokenSummary[]> {
  const rows = await store().records.apiToken.findMany({
    where: { ...ownedBy(viewer), revokedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
  });
  const makers = await store().records.user.findMany({ select: { id: true, name: true } });
  const names = new Map(makers.map(({ id, name }) => [id, name]));
  return rows.map(({ id, name, hint, createdAt, lastUsedAt, userId }) => ({
    id,
    name,
    hint,
    createdAt: toIso(createdAt),
    lastUsedAt: lastUsedAt === null ? null : toIso(lastUsedAt),
    madeBy: names.get(userId ?? "") ?? null,
  }));
}

/** Makes a token that reads everything. It is given here once: only its hash is kept. */
export async function createApiToken(viewer: UserViewer, name: string): Promise<{ id: string; token: string }> {
  const id = randomUUID();
  const token = `playhead_${randomBytes(24).toString("base64url")}`;
  const hash = hashToken(token);
  const row = { id, name, hash, hint: token.slice(-4), createdAt: now(), userId: viewer.userId };
  await store().records.apiToken.create({ data: row });
  return { id, token };
}

/** Ends a token at once; `false` when the viewer has none of this id. */
export async function revokeApiToken(viewer: UserViewer, id: string): Promise<boolean> {
  const { count } = await store().records.apiToken.updateMany({
    where: { ...ownedBy(viewer), id, revokedAt: null },
    data: { revokedAt: now() },
  });
  return count > 0;
}

function ownedBy(viewer: UserViewer) {
  return viewer.role === "admin" ? {} : { userId: viewer.userId };
}
