import "server-only";
import { AttemptCounter } from "./attempt-counter";

const windowMs = 5 * 60 * 1000;

function createLimits() {
  return {
    /** Wrong passwords and codes for one account from one address, so that sign-ins from elsewhere are not affected. */
    signInsPerAccountAndAddress: new AttemptCounter({ max: 10, windowMs }),
    /** Wrong passwords and codes from one address, for any accounts. */
    signInsPerAddress: new AttemptCounter({ max: 50, windowMs }),
    /** Attempts from one address to create the first account. */
    firstAccountsPerAddress: new AttemptCounter({ max: 20, windowMs }),
    /** Attempts from one address to accept an invitation. */
    invitationsPerAddress: new AttemptCounter({ max: 20, windowMs }),
    /** Redirections of one address to the identity provider, each of which is stored for ten minutes. */
    redirectionsPerAddress: new AttemptCounter({ max: 60, windowMs }),
    /** Wrong current passwords when users change their own. */
    passwordChangesPerUser: new AttemptCounter({ max: 10, windowMs }),
    /** Unknown API tokens from one address. */
    tokensPerAddress: new AttemptCounter({ max: 50, windowMs }),
  };
}

// On globalThis, because Next bundles route handlers separately.
const shared = globalThis as typeof globalThis & { playheadAttemptLimits?: ReturnType<typeof createLimits> };

/** The process's counters of failed attempts. */
export function attemptLimits(): ReturnType<typeof createLimits> {
  shared.playheadAttemptLimits ??= createLimits();
  return shared.playheadAttemptLimits;
}
