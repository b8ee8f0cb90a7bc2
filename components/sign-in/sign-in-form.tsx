"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { PasswordField } from "@/components/form/password-field";
import { useSubmission } from "@/components/form/use-submission";
import { Button } from "@/components/ui/button";
import { sendSignIn } from "./send-sign-in";

/** `target`: the path to open afterwards. */
export function SignInForm({ target }: { target: string }) {
  const { onSubmit, isSending, error } = useSubmission(async ({ email = "", password = "" }) => {
    await sendSignIn(email.trim(), password);
    // A full page load, which discards everything rendered before sign-in.
    window.location.assign(target);
  });
  return (
    <form onSubmit={onSubmit} method="post" className="flex flex-col gap-4">
      <FormError message={error} />
      <Field label="E-mail" name="email" type="email" autoComplete="username" autoFocus required />
      <PasswordField label="Password" name="password" autoComplete="current-password" required />
      <Button type="submit" variant="primary" size="large" aria-disabled={isSending} className="mt-2 w-full">
        {isSending ? "Signing in…" : "Sign in"}
      </Button>
    </form>
  );
}
