import "server-only";
import { type Access, everything } from "@/lib/access/scope";
import { store } from "@/lib/store/connection/client";
import type { ApiTokenRow } from "@/lib/store/records/api-tokens";
import { findUsers, type ProtectedUserRow } from "@/lib/store/records/users";
import { now } from "@/lib/time/instant";
import { accessOfToken, accessOfUser } from "./access-of";
import { owesSecondFactor } from "./second-factor/requirement";
import { readSecurity, type SecuritySettings } from "./security/security-settings";

export interface TokenWithAccess extends Access {
  token: ApiTokenRow;
}

const nothing: Access = { permissions: new Set(), scope: everything };

/**
 * What each of the tokens may do: those that have expired, or whose maker has no account, are omitted. Those whose maker must first
 * set up a second factor may do nothing.
 *
 * @param given the security settings, if they were read already
 */
export async function tokensWithAccess(
  tokens: readonly ApiTokenRow[],
  given?: SecuritySettings,
): Promise<TokenWithAccess[]> {
  if (tokens.length === 0) return [];
  const makerIds = new Set(tokens.flatMap(({ userId }) => userId ?? []));
  const makers = new Map((await findUsers(store(), [...makerIds])).map((user) => [user.id, user]));
  const owing = await thoseWhoOwe([...makers.values()], given ?? (await readSecurity()));
  return tokens.flatMap((token) => {
    const maker = makers.get(token.userId ?? "");
    if (maker === undefined || isExpired(token)) return [];
    const access = owing.has(maker.id) ? nothing : accessOfUser(maker);
    return [{ token, ...accessOfToken(token, access) }];
  });
}

async function thoseWhoOwe(
  makers: readonly ProtectedUserRow[],
  security: SecuritySettings,
): Promise<ReadonlySet<string>> {
  const owing = await Promise.all(
    makers.map(async (maker) => ((await owesSecondFactor(maker, security)) ? maker.id : [])),
  );
  return new Set(owing.flat());
}

function isExpired({ expiresAt }: ApiTokenRow): boolean {
  return expiresAt !== null && expiresAt <= now();
}
