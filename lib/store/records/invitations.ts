import "server-only";
import type { Records } from "./in-transaction";
import type { UserRow } from "./users";

/** A link with which an invited user sets their password. */
export interface InvitationRow {
  userId: string;
  /** SHA-256 of the link's secret. */
  hash: Uint8Array<ArrayBuffer>;
  /** Microseconds since 1970. */
  expiresAt: bigint;
}

/** Stores a user's invitation, which replaces an earlier one. */
export async function saveInvitation({ records }: Records, invitation: InvitationRow): Promise<void> {
  const { userId, ...update } = invitation;
  await records.invitation.upsert({ where: { userId }, create: invitation, update });
}

/** The invitation with this hash, expired or not, with its user; or null. */
export async function findInvitation(
  { records }: Records,
  hash: Uint8Array<ArrayBuffer>,
): Promise<(InvitationRow & { user: Pick<UserRow, "id" | "name" | "email"> }) | null> {
  const user = { select: { id: true, name: true, email: true } } as const;
  return records.invitation.findUnique({ where: { hash }, include: { user } });
}

/** When each open invitation ends, by user id. */
export async function readInvitations({ records }: Records): Promise<Map<string, bigint>> {
  const rows = await records.invitation.findMany({ select: { userId: true, expiresAt: true } });
  return new Map(rows.map(({ userId, expiresAt }) => [userId, expiresAt]));
}

/** Deletes a user's invitation; with `hash`, only this one. `false` if there is none. */
export async function deleteInvitation(
  { records }: Records,
  where: { userId: string; hash?: Uint8Array<ArrayBuffer> },
): Promise<boolean> {
  const { count } = await records.invitation.deleteMany({ where });
  return count > 0;
}
