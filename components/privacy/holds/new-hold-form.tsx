"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { Labelled } from "@/components/form/labelled";
import { useSubmission } from "@/components/form/use-submission";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { call } from "@/lib/api/client/call";
import { endpoints } from "@/lib/api/endpoints/endpoints";

/** Places a legal hold on a visitor or a conversation, by key. */
export function NewHoldForm() {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const { onSubmit, isSending, error, errorOf } = useSubmission(async ({ type, key = "", reason = "" }) => {
    const subject = type === "visitor" ? { visitorKey: key.trim() } : { conversationKey: key.trim() };
    await call(endpoints.createHold, { body: { ...subject, reason } });
    form.current?.reset();
    router.refresh();
  });
  return (
    <form ref={form} onSubmit={onSubmit} method="post" className="flex max-w-xl flex-col gap-4">
      <FormError message={error} />
      <Labelled label="Hold">
        {(labelled) => (
          <Select {...labelled} name="type" defaultValue="visitor" className="max-w-60">
            <option value="visitor">A visitor, all conversations</option>
            <option value="conversation">One conversation</option>
          </Select>
        )}
      </Labelled>
      <Field
        label="Key"
        name="key"
        hint="The last part of the page's address."
        autoComplete="off"
        error={errorOf("key")}
        maxLength={512}
        required
      />
      <Field
        label="Reason"
        name="reason"
        placeholder="Case 2026-114"
        autoComplete="off"
        error={errorOf("reason")}
        maxLength={1000}
        required
      />
      <Button type="submit" aria-disabled={isSending} className="self-start">
        Place legal hold
      </Button>
    </form>
  );
}
