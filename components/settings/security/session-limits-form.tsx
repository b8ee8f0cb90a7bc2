"use client";

import { useRouter } from "next/navigation";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { useSubmission } from "@/components/form/use-submission";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/notices/notify";
import { call } from "@/lib/api/client/call";
import { endpoints } from "@/lib/api/endpoints/endpoints";

interface SessionLimitsFormProps {
  sessionHours: number;
  sessionIdleHours: number;
}

export function SessionLimitsForm({ sessionHours, sessionIdleHours }: SessionLimitsFormProps) {
  const router = useRouter();
  const { onSubmit, isSending, error, errorOf } = useSubmission(async (fields) => {
    const body = { sessionHours: Number(fields.sessionHours), sessionIdleHours: Number(fields.sessionIdleHours) };
    await call(endpoints.updateSecurity, { body });
    notify.success("Session limits saved.");
    router.refresh();
  });
  const hours = { type: "number", min: 1, max: 720, required: true } as const;
  return (
    <form onSubmit={onSubmit} method="post" className="flex max-w-84 flex-col gap-4">
      <FormError message={error} />
      <Field
        label="Sign out without use after (hours)"
        name="sessionIdleHours"
        defaultValue={sessionIdleHours}
        error={errorOf("sessionIdleHours")}
        {...hours}
      />
      <Field
        label="Sign out in any case after (hours)"
        name="sessionHours"
        defaultValue={sessionHours}
        error={errorOf("sessionHours")}
        hint="At most 720 hours, which is 30 days."
        {...hours}
      />
      <Button type="submit" aria-disabled={isSending} className="self-start">
        {isSending ? "Saving…" : "Save"}
      </Button>
    </form>
  );
}
