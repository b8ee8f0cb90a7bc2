"use client";

import { useState } from "react";
import { FormError } from "@/components/form/form-error";
import { useSubmission } from "@/components/form/use-submission";
import { Button } from "@/components/ui/button";
import { call } from "@/lib/api/client/call";
import type { AnswerOf } from "@/lib/api/client/endpoint-types";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import { BackupCodes } from "./backup-codes";
import { ConfirmCodeForm } from "./confirm-code-form";
import { OwnPasswordField } from "./own-password-field";

/** Sets up an authenticator app: password, QR code and a first code, backup codes. */
export function SecondFactorSetup({ onDone }: { onDone: () => void }) {
  const [made, setMade] = useState<AnswerOf<"startSecondFactor"> | null>(null);
  const [isConfirmed, setConfirmed] = useState(false);
  const { onSubmit, isSending, error, errorOf } = useSubmission(async ({ password = "" }) => {
    setMade(await call(endpoints.startSecondFactor, { body: { password } }));
  });
  if (made !== null && isConfirmed) {
    return (
      <>
        <BackupCodes codes={made.backupCodes} />
        <Button variant="primary" className="self-start" onClick={onDone}>
          I have stored them
        </Button>
      </>
    );
  }
  if (made !== null) return <ConfirmCodeForm {...made} onConfirmed={() => setConfirmed(true)} />;
  return (
    <form onSubmit={onSubmit} method="post" className="flex max-w-84 flex-col gap-4">
      <FormError message={error} />
      <OwnPasswordField error={errorOf("password")} />
      <Button type="submit" aria-disabled={isSending} className="self-start">
        {isSending ? "Checking…" : "Set up an authenticator app"}
      </Button>
    </form>
  );
}
