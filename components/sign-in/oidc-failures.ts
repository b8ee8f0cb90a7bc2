/** What the codes mean that a failed single sign-on adds to the address of a page. */
const sentences: Record<string, string> = {
  access_denied: "The sign-in was cancelled at the identity provider.",
  account_already_linked_to_different_user: "This identity is linked with another account of Playhead.",
  account_not_linked:
    "There is already an account with this e-mail address. Sign in with your password and link it in Settings → Account, or open your invitation.",
  email_does_not_match: "This identity has another e-mail address than your account.",
  email_not_verified: "The identity provider has not verified your e-mail address.",
  invitation_of_another:
    "This invitation is for another e-mail address. Open its link again to sign in as somebody else.",
  invitation_used: "This invitation was used already or has expired. Ask an admin for a new one.",
  no_group: "None of your groups may use Playhead. Ask an admin.",
  not_allowed: "You have no account, and people with your e-mail address are not added automatically. Ask an admin.",
  state_mismatch: "This sign-in has expired or was begun in another browser. Try again.",
  unable_to_get_user_info: "The identity provider's answer could not be verified. Try again, or ask an admin.",
  unable_to_link_account: "The account could not be linked. Sign in again, and try once more.",
};

/** The sentence for the parameter `error` of a page; null without one. */
export function explainFailure(code: string | string[] | undefined): string | null {
  if (typeof code !== "string") return null;
  return Object.hasOwn(sentences, code) ? (sentences[code] ?? null) : "Signing in did not work. Try again.";
}
