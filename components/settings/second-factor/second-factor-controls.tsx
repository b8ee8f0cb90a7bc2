"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { FormError } from "@/components/form/form-error";
import { useSubmission } from "@/components/form/use-submission";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/notices/notify";
import { call } from "@/lib/api/client/call";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import { BackupCodes } from "./backup-codes";
import { OwnPasswordField } from "./own-password-field";
import { SecondFactorSetup } from "./second-factor-setup";

/** The user's own second factor: set up, or replace backup codes and remove it. */
export function SecondFactorControls({ isOn }: { isOn: boolean }) {
  const router = useRouter();
  const refresh = () => router.refresh();
  return isOn ? <Installed onChange={refresh} /> : <SecondFactorSetup onDone={refresh} />;
}

function Installed({ onChange }: { onChange: () => void }) {
  const form = useRef<HTMLFormElement>(null);
  const action = useRef<"renew" | "remove">("renew");
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const { onSubmit, isSending, error, errorOf } = useSubmission(async ({ password = "" }) => {
    if (action.current === "renew")
      setCodes((await call(endpoints.renewBackupCodes, { body: { password } })).backupCodes);
    else {
      await call(endpoints.removeSecondFactor, { body: { password } });
      notify.success("Second factor removed.");
      onChange();
    }
    form.current?.reset();
  });
  return (
    <form ref={form} onSubmit={onSubmit} method="post" className="flex max-w-84 flex-col gap-4">
      <p className="text-sm">On: signing in with your password also needs a code.</p>
      {codes !== null && <BackupCodes codes={codes} />}
      <FormError message={error} />
      <OwnPasswordField error={errorOf("password")} />
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          aria-disabled={isSending}
          onClick={() => {
            action.current = "renew";
          }}
        >
          New backup codes
        </Button>
        <Button
          type="submit"
          variant="danger"
          aria-disabled={isSending}
          onClick={() => {
            action.current = "remove";
          }}
        >
          Remove second factor
        </Button>
      </div>
    </form>
  );
}
