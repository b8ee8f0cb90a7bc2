"use client";

import { FormError } from "@/components/form/form-error";
import { NewPasswordField } from "@/components/form/new-password-field";
import { useSubmission } from "@/components/form/use-submission";
import { Button } from "@/components/ui/button";
import { jsonBody, sendRequest } from "@/lib/api/client/send-request";

/** Sets the password of an invited user, and signs them in. */
export function InvitationForm({ secret, email }: { secret: string; email: string }) {
  const { onSubmit, isSending, error, errorOf } = useSubmission(async ({ password = "" }) => {
    await sendRequest("/api/auth/invitation", { method: "POST", ...jsonBody({ secret, password }) });
    window.location.assign("/");
  });
  return (
    <form onSubmit={onSubmit} method="post" className="flex flex-col gap-4">
      <FormError message={error ?? errorOf("secret") ?? null} />
      {/* For password managers. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <NewPasswordField label="Password" name="password" error={errorOf("password")} autoFocus />
      <Button type="submit" variant="primary" size="large" aria-disabled={isSending} className="mt-2 w-full">
        {isSending ? "Setting the password…" : "Set password and sign in"}
      </Button>
    </form>
  );
}
