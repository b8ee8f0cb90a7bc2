"use client";

import { lazy, Suspense } from "react";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { useSubmission } from "@/components/form/use-submission";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { call } from "@/lib/api/client/call";
import { endpoints } from "@/lib/api/endpoints/endpoints";

const QrCode = lazy(() => import("./qr-code"));

interface ConfirmCodeFormProps {
  uri: string;
  secret: string;
  onConfirmed: () => void;
}

/** Shows the secret to scan or type, and asks for a first code. */
export function ConfirmCodeForm({ uri, secret, onConfirmed }: ConfirmCodeFormProps) {
  const { onSubmit, isSending, error, errorOf } = useSubmission(async ({ code = "" }) => {
    await call(endpoints.confirmSecondFactor, { body: { code } });
    onConfirmed();
  });
  return (
    <form onSubmit={onSubmit} method="post" className="flex max-w-84 flex-col gap-4">
      <p className="text-sm text-pretty">Scan this with your authenticator app, or type the key into it.</p>
      <Suspense fallback={<div className="size-48" />}>
        <QrCode text={uri} label="QR code for your authenticator app" />
      </Suspense>
      <div className="flex items-center gap-1">
        <code className="min-w-0 flex-1 font-mono text-sm break-all">{secret}</code>
        <CopyButton text={secret} label="Copy the key" />
      </div>
      <FormError message={error} />
      <Field
        label="Code from the app"
        name="code"
        error={errorOf("code")}
        className="font-mono"
        inputMode="numeric"
        autoComplete="one-time-code"
        autoFocus
        required
      />
      <Button type="submit" variant="primary" aria-disabled={isSending} className="self-start">
        {isSending ? "Checking…" : "Turn on"}
      </Button>
    </form>
  );
}
