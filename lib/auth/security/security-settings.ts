import "server-only";
import { z } from "zod";
import { type Role, roles } from "@/lib/access/permissions";
import { env } from "@/lib/env/env";
import { store } from "@/lib/store/connection/client";
import type { Records } from "@/lib/store/records/in-transaction";
import { readSetting, saveSetting } from "@/lib/store/records/settings";

const setting = "security";

export interface SecuritySettings {
  /** Hours without a request after which a session ends. */
  sessionIdleHours: number;
  /** Hours after which every session ends. */
  sessionHours: number;
  passwordSignIn: boolean;
  /** Roles whose users may only set up a second factor until they have one. */
  secondFactorRoles: Role[];
}

/** Better Auth's limit, and so the longest that Settings accepts. */
export const longestSessionHours = 30 * 24;

const stored = z.object({
  sessionIdleHours: z.number().optional(),
  sessionHours: z.number().optional(),
  passwordSignIn: z.boolean().optional(),
  secondFactorRoles: z.array(z.enum(roles)).optional(),
});

/** The stored settings, with defaults for those that nobody has changed. Every request reads them. */
export async function readSecurity(within: Records = store()): Promise<SecuritySettings> {
  const text = await readSetting(within, setting);
  const { sessionIdleHours, sessionHours, passwordSignIn, secondFactorRoles } =
    text === null ? {} : stored.parse(JSON.parse(text));
  return {
    sessionIdleHours: sessionIdleHours ?? env().sessionIdleHours,
    sessionHours: sessionHours ?? longestSessionHours,
    passwordSignIn: passwordSignIn ?? true,
    secondFactorRoles: secondFactorRoles ?? [],
  };
}

/** Stores some of the settings; the others keep their values. Within a transaction that serializes changes. */
export async function saveSecurity(within: Records, change: Partial<SecuritySettings>): Promise<void> {
  const text = await readSetting(within, setting);
  const before = text === null ? {} : stored.parse(JSON.parse(text));
  await saveSetting(within, setting, JSON.stringify({ ...before, ...change }));
}
