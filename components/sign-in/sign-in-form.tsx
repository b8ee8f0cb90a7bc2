"use client";

import { useState } from "react";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { PasswordField } from "@/components/form/password-field";
import { useSubmission } from "@/components/form/use-submission";
import { Button } from "@/components/ui/button";
import { CodeForm } from "./code-form";
import { sendSignIn } from "./send-sign-in";

/** Asks for the password, and then for a code if the user has a second factor. `target`: the path to open afterwards. */
export function SignInForm({ target }: { target: string }) {
  const [needsCode, setNeedsCode] = useState(false);
  const { onSubmit, isSending, error } = useSubmission(async ({ email = "", password = "" }) => {
    const signedIn = await sendSignIn(email.trim(), password);
    if (signedIn.needsCode) return setNeedsCode(true);
    // A full page load, which discards everything rendered before sign-in.
    window.location.assign(target);
  });
  if (needsCode) return <CodeForm target={target} onBack={() => setNeedsCode(false)} />;
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
