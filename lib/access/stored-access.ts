import { z } from "zod";
import { isPermission, type Permission } from "./permissions";
import { everything, isEverything, type Scope } from "./scope";

const values = z.array(z.string().min(1).max(400)).max(1000).readonly().nullable();

/** A scope as sent and as stored, in JSON. */
export const scopeSchema = z.strictObject({
  bots: values.describe("IDs of bots; null for all."),
  accounts: values.describe("Keys of accounts; null for all."),
});

const nothing: Scope = { bots: [], accounts: [] };

/** The scope of a user's or token's row: null is everything, and an unreadable one is nothing. */
export function readScope(stored: string | null | undefined): Scope {
  if (stored === null || stored === undefined) return everything;
  return scopeSchema.safeParse(parse(stored)).data ?? nothing;
}

/** The value to store for a scope. */
export function writeScope(scope: Scope): string | null {
  return isEverything(scope) ? null : JSON.stringify(scope);
}

/** The permissions of a token's row; unknown ones grant nothing. */
export function readPermissions(stored: string): Permission[] {
  return (z.array(z.string()).safeParse(parse(stored)).data ?? []).filter(isPermission);
}

function parse(stored: string): unknown {
  try {
    return JSON.parse(stored);
  } catch {
    return undefined;
  }
}
