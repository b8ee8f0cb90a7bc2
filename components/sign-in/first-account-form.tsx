"use client";

import { useEffect, useRef, useState } from "react";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { NewPasswordField } from "@/components/form/new-password-field";
import { useSubmission } from "@/components/form/use-submission";
import { Button } from "@/components/ui/button";
import { jsonBody, sendRequest } from "@/lib/api/client/send-request";

/** Creates the first account, an admin's, and signs in. `target`: the path to open afterwards. */
export default function FirstAccountForm({ target }: { target: string }) {
  const [code, setCode] = useState("");
  const form = useRef<HTMLFormElement>(null);
  const { onSubmit, isSending, error, errorOf } = useSubmission(async (fields) => {
    await sendRequest("/api/auth/first-account", { method: "POST", ...jsonBody(fields) });
    window.location.assign(target);
  });

  // The printed link contains the code in its fragment, which server logs do not record.
  useEffect(() => {
    const printed = new URLSearchParams(window.location.hash.slice(1)).get("code");
    if (printed === null) return;
    setCode(printed);
    form.current?.querySelector<HTMLInputElement>("[name=name]")?.focus();
  }, []);

  return (
    <form ref={form} onSubmit={onSubmit} method="post" className="flex flex-col gap-4">
      <FormError message={error} />
      <Field
        label="Code"
        name="code"
        value={code}
        onChange={(event) => setCode(event.target.value)}
        error={errorOf("code")}
        className="font-mono"
        placeholder="xxxx-xxxx-xxxx-xxxx"
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        required
      />
      <Field label="Name" name="name" error={errorOf("name")} autoComplete="name" maxLength={100} required />
      <Field label="E-mail" name="email" type="email" error={errorOf("email")} autoComplete="username" required />
      <NewPasswordField label="Password" name="password" error={errorOf("password")} />
      <Button type="submit" variant="primary" size="large" aria-disabled={isSending} className="mt-2 w-full">
        {isSending ? "Creating the account…" : "Create account"}
      </Button>
    </form>
  );
}
