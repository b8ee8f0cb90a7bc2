"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { useSubmission } from "@/components/form/use-submission";
import { Button } from "@/components/ui/button";
import { call } from "@/lib/api/client/call";
import { endpoints } from "@/lib/api/endpoints/endpoints";

export function NewWebhookTokenForm() {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const { onSubmit, isSending, error, errorOf } = useSubmission(async ({ name = "" }) => {
    await call(endpoints.createWebhookToken, { body: { name } });
    form.current?.reset();
    router.refresh();
  });
  return (
    <form ref={form} onSubmit={onSubmit} method="post" className="flex max-w-xl flex-col gap-4">
      <FormError message={error} />
      <Field
        label="Name of a new token"
        name="name"
        placeholder="Support Hunt, autumn"
        error={errorOf("name")}
        maxLength={100}
        required
      />
      <Button type="submit" aria-disabled={isSending} className="self-start">
        Add webhook token
      </Button>
    </form>
  );
}
