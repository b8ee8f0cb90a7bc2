import type { Permission } from "./permissions";

/** Which conversations a viewer may see: a conversation must match both lists. Null means no restriction. */
export interface Scope {
  /** IDs. Conversations without a bot are outside. */
  readonly bots: readonly string[] | null;
  /** Keys, as in `account.key`. */
  readonly accounts: readonly string[] | null;
}

export const everything: Scope = { bots: null, accounts: null };

export function isEverything({ bots, accounts }: Scope): boolean {
  return bots === null && accounts === null;
}

/** Whether a conversation is in a scope. */
export function isInScope(scope: Scope, { botId, accountKey }: { botId: string | null; accountKey: string }): boolean {
  return isAmong(scope.bots, botId) && isAmong(scope.accounts, accountKey);
}

function isAmong(allowed: readonly string[] | null, value: string | null): boolean {
  return allowed === null || (value !== null && allowed.includes(value));
}

/** What is in both scopes. */
export function intersection(one: Scope, other: Scope): Scope {
  return { bots: inBoth(one.bots, other.bots), accounts: inBoth(one.accounts, other.accounts) };
}

function inBoth(one: readonly string[] | null, other: readonly string[] | null): readonly string[] | null {
  if (one === null) return other;
  return other === null ? one : one.filter((value) => other.includes(value));
}

/** What a viewer may do, and with which conversations. */
export interface Access {
  readonly permissions: ReadonlySet<Permission>;
  readonly scope: Scope;
}
