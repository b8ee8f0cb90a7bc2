"use client";

import { useRef } from "react";
import { FormError } from "@/components/form/form-error";
import { NewPasswordField } from "@/components/form/new-password-field";
import { PasswordField } from "@/components/form/password-field";
import { useSubmission } from "@/components/form/use-submission";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/notices/notify";
import { call } from "@/lib/api/client/call";
import { endpoints } from "@/lib/api/endpoints/endpoints";

export function ChangePasswordForm({ email }: { email: string }) {
  const form = useRef<HTMLFormElement>(null);
  const { onSubmit, isSending, error, errorOf } = useSubmission(
    async ({ currentPassword = "", newPassword = "", revokeTokens }) => {
      const body = { currentPassword, newPassword, revokeTokens: revokeTokens === "on" };
      await call(endpoints.changePassword, { body });
      form.current?.reset();
      notify.success("Password changed.");
    },
  );
  return (
    <form ref={form} onSubmit={onSubmit} method="post" className="flex max-w-84 flex-col gap-4">
      <FormError message={error} />
      {/* Password managers store the new password under this user name. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        label="Current password"
        name="currentPassword"
        error={errorOf("currentPassword")}
        autoComplete="current-password"
        required
      />
      <NewPasswordField label="New password" name="newPassword" error={errorOf("newPassword")} />
      <label className="flex items-center gap-2 text-sm">
        <input type="checkbox" name="revokeTokens" className="size-4 accent-accent" />
        Also revoke my API tokens
      </label>
      <Button type="submit" aria-disabled={isSending} className="self-start">
        {isSending ? "Changing…" : "Change password"}
      </Button>
    </form>
  );
}
