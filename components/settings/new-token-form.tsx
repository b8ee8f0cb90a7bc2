"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { useSubmission } from "@/components/form/use-submission";
import { Button } from "@/components/ui/button";
import { call } from "@/lib/api/client/call";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import { ShownOnce } from "./shown-once";

const kinds = {
  webhook: {
    endpoint: endpoints.createWebhookToken,
    action: "Add webhook token",
    placeholder: "Support Hunt, autumn",
  },
  api: { endpoint: endpoints.createApiToken, action: "Add API token", placeholder: "Weekly report" },
};

/** Creates a token of the given kind; an API token is shown once. */
export function NewTokenForm({ kind }: { kind: keyof typeof kinds }) {
  const { endpoint, action, placeholder } = kinds[kind];
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [made, setMade] = useState<{ name: string; token: string } | null>(null);
  const { onSubmit, isSending, error, errorOf } = useSubmission(async ({ name = "" }) => {
    const { token } = await call<"createWebhookToken" | "createApiToken">(endpoint, { body: { name } });
    setMade({ name, token });
    form.current?.reset();
    router.refresh();
  });
  return (
    <>
      <form ref={form} onSubmit={onSubmit} method="post" className="flex max-w-xl flex-col gap-4">
        <FormError message={error} />
        <Field
          label="Name of a new token"
          name="name"
          placeholder={placeholder}
          error={errorOf("name")}
          maxLength={100}
          required
        />
        <Button type="submit" aria-disabled={isSending} className="self-start">
          {action}
        </Button>
      </form>
      {made !== null && kind === "api" && (
        <ShownOnce label={`API token “${made.name}”`} secret={made.token}>
          Copy it now; it won't be shown again. Send it as Authorization: Bearer …
        </ShownOnce>
      )}
    </>
  );
}
