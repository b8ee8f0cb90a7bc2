import "server-only";
import { isRole } from "@/lib/access/permissions";
import type { SecuritySettings } from "@/lib/auth/security/security-settings";
import { store } from "@/lib/store/connection/client";
import { readPasswordHash } from "@/lib/store/records/auth-accounts";

interface User {
  id: string;
  role: string;
  twoFactorEnabled?: boolean | null | undefined;
}

/**
 * Whether a user must set up a second factor before anything else: their role requires one, and they have a password. An identity
 * provider asks for its own.
 */
export async function owesSecondFactor(user: User, security: SecuritySettings): Promise<boolean> {
  const { role, twoFactorEnabled } = user;
  if (twoFactorEnabled || !isRole(role) || !security.secondFactorRoles.includes(role)) return false;
  return security.passwordSignIn && (await readPasswordHash(store(), user.id)) !== null;
}

export const secondFactorDue =
  "Your role requires a second factor. Open Playhead in a browser and set up an authenticator app first.";
