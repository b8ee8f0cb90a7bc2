import "server-only";
import { createHash } from "node:crypto";
import { addressOfRequest } from "./address-of-request";
import type { Attempt } from "./attempt-counter";
import { attemptLimits } from "./attempt-limits";

/**
 * Whether another sign-in attempt is allowed: a password, or a code for the second step. Failures count per account and address,
 * and per address; attempts from elsewhere never lock out the owner of an account.
 */
export function takeSignIn(email: string, headers: Headers | undefined): Attempt {
  const { signInsPerAccountAndAddress, signInsPerAddress } = attemptLimits();
  const address = addressOfRequest(headers);
  const ofAddress = signInsPerAddress.peek(address);
  if (!ofAddress.allowed) return ofAddress;
  const ofAccount = signInsPerAccountAndAddress.take(accountSubject(email, address));
  return ofAccount.allowed ? signInsPerAddress.take(address) : ofAccount;
}

/**
 * A correct password that requires a second factor does not count as a failure of its address. Only the code resets the account's
 * failures.
 */
export function passwordWasCorrect(headers: Headers | undefined): void {
  attemptLimits().signInsPerAddress.giveBack(addressOfRequest(headers));
}

/** A completed sign-in resets the failures of this account and address. Failures of other accounts remain. */
export function signInSucceeded(email: string, headers: Headers | undefined): void {
  const address = addressOfRequest(headers);
  attemptLimits().signInsPerAccountAndAddress.forget(accountSubject(email, address));
  attemptLimits().signInsPerAddress.giveBack(address);
}

/** Hashed, to limit the length whatever was sent as an e-mail address. */
function accountSubject(email: string, address: string): string {
  return createHash("sha256").update(`${address} ${email.trim().toLowerCase()}`).digest("base64url");
}
