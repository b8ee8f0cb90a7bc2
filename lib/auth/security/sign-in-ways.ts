import "server-only";
import type { UserViewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env/env";
import { store } from "@/lib/store/connection/client";
import { isLinked, readPasswordHash } from "@/lib/store/records/auth-accounts";
import { findSecondFactor } from "@/lib/store/records/second-factors";
import { readSecurity } from "./security-settings";

export interface SignInWays {
  passwords: boolean;
  /** The name of the identity provider; null without single sign-on. */
  provider: string | null;
}

/** How people can sign in. */
export async function signInWays(): Promise<SignInWays> {
  return { passwords: (await readSecurity()).passwordSignIn, provider: env().oidc?.name ?? null };
}

export interface OwnSignInWays {
  /** Whether they have a password that they can sign in with. */
  hasPassword: boolean;
  hasSecondFactor: boolean;
  provider: string | null;
  /** Whether their account is linked with the identity provider. */
  isLinked: boolean;
}

/** How a user can sign in. */
export async function ownSignInWays({ userId }: UserViewer): Promise<OwnSignInWays> {
  const [{ passwords, provider }, hash, factor, linked] = await Promise.all([
    signInWays(),
    readPasswordHash(store(), userId),
    findSecondFactor(store(), userId),
    isLinked(store(), userId),
  ]);
  return {
    hasPassword: passwords && hash !== null,
    hasSecondFactor: factor?.verified === true,
    provider,
    isLinked: linked,
  };
}
