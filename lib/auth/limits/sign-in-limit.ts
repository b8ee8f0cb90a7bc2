import "server-only";
import { createHash } from "node:crypto";
import { addressOfRequest } from "./address-of-request";
import type { Attempt } from "./attempt-counter";
import { attemptLimits } from "./attempt-limits";

/**
 * Whether another sign-in may be tried. Failures count per account and address, and per address; what somebody tries elsewhere
 * never keeps the owner of an account out.
 */
export function takeSignIn(email: string, headers: Headers | undefined): Attempt {
  const { signInsPerAccountAndAddress, signInsPerAddress } = attemptLimits();
  const address = addressOfRequest(headers);
  const ofAddress = signInsPerAddress.peek(address);
  if (!ofAddress.allowed) return ofAddress;
  const ofAccount = signInsPerAccountAndAddress.take(accountSubject(email, address));
  return ofAccount.allowed ? signInsPerAddress.take(address) : ofAccount;
}

/** The right password clears the account's failures from here; the address keeps those of other accounts. */
export function signInSucceeded(email: string, headers: Headers | undefined): void {
  const address = addressOfRequest(headers);
  attemptLimits().signInsPerAccountAndAddress.forget(accountSubject(email, address));
  attemptLimits().signInsPerAddress.giveBack(address);
}

/** Hashed, so that it is short whatever was sent as an e-mail address. */
function accountSubject(email: string, address: string): string {
  return createHash("sha256").update(`${address} ${email.trim().toLowerCase()}`).digest("base64url");
}
