"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { useSubmission } from "@/components/form/use-submission";
import { Button } from "@/components/ui/button";
import { jsonBody, sendRequest } from "@/lib/api/client/send-request";

interface CodeFormProps {
  /** The path to open afterwards. */
  target: string;
  /** Returns to the password. */
  onBack: () => void;
}

/** The second step of signing in. */
export function CodeForm({ target, onBack }: CodeFormProps) {
  const { onSubmit, isSending, error, errorOf } = useSubmission(async ({ code = "" }) => {
    await sendRequest("/api/auth/second-factor", { method: "POST", ...jsonBody({ code }) });
    window.location.assign(target);
  });
  return (
    <form onSubmit={onSubmit} method="post" className="flex flex-col gap-4">
      <FormError message={error} />
      <Field
        label="Code"
        name="code"
        error={errorOf("code")}
        hint="Six digits from your authenticator app, or one of your backup codes."
        className="font-mono"
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        required
      />
      <Button type="submit" variant="primary" size="large" aria-disabled={isSending} className="mt-2 w-full">
        {isSending ? "Checking…" : "Continue"}
      </Button>
      <Button type="button" onClick={onBack} className="w-full">
        Use another account
      </Button>
    </form>
  );
}
