import { setFirstPassword } from "@/app/api/auth/set-first-password";
import { firstAccount } from "@/lib/api/schemas/settings";
import { createFirstAccount } from "@/lib/auth/first-account";
import { attemptLimits } from "@/lib/auth/limits/attempt-limits";
import { Refusal } from "@/lib/queries/refusal";

/** Creates the first account with the code printed by the server, and signs it in. */
export const POST = setFirstPassword({
  body: firstAccount,
  attempts: () => attemptLimits().firstAccountsPerAddress,
  run: async (account, actor) => {
    const made = await createFirstAccount(account, actor);
    if (made.ok) return { email: account.email.trim(), password: account.password };
    if (made.reason === "exists") return new Refusal("forbidden", made.message);
    return new Refusal("bad_request", made.message, made.reason === "taken" ? "email" : made.reason);
  },
});
