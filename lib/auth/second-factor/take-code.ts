import "server-only";
import { symmetricDecrypt } from "better-auth/crypto";
import { store } from "@/lib/store/connection/client";
import { claimStep, findSecondFactor } from "@/lib/store/records/second-factors";
import { stepOfCode } from "./totp";

type Key = Parameters<typeof symmetricDecrypt>[0]["key"];

/**
 * Whether a code of the user's authenticator app is right and was not used before; it is used from now on, as are all earlier
 * codes. Better Auth's plugin accepts a code as often as it is sent within a minute and a half.
 *
 * @param key Better Auth's, which encrypts the secrets
 */
export async function takeCode(key: Key, userId: string, code: string): Promise<boolean> {
  const factor = await findSecondFactor(store(), userId);
  if (factor === null) return false;
  const secret = await symmetricDecrypt({ key, data: factor.secret });
  const step = stepOfCode(secret, code, Date.now());
  return step !== null && claimStep(store(), userId, step);
}
