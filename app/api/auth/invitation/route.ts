import { setFirstPassword } from "@/app/api/auth/set-first-password";
import { acceptedInvitation } from "@/lib/api/schemas/settings";
import { acceptInvitation } from "@/lib/auth/invitations";
import { attemptLimits } from "@/lib/auth/limits/attempt-limits";
import { Refusal } from "@/lib/queries/refusal";

/** Sets the password of an invited user, and signs them in. */
export const POST = setFirstPassword({
  body: acceptedInvitation,
  attempts: () => attemptLimits().invitationsPerAddress,
  run: async ({ secret, password }, actor) => {
    const accepted = await acceptInvitation(secret, password, actor);
    if (accepted.ok) return { email: accepted.email, password };
    return new Refusal("bad_request", accepted.message, accepted.reason);
  },
});
