"use client";

import { useRouter } from "next/navigation";
import { useId, useRef, useState } from "react";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { useSubmission } from "@/components/form/use-submission";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { postJson } from "@/lib/api/client";
import { madePassword } from "@/lib/api/settings";
import { ShownOnce } from "./shown-once";

export function NewUserForm() {
  const router = useRouter();
  const roleId = useId();
  const form = useRef<HTMLFormElement>(null);
  const [made, setMade] = useState<{ email: string; password: string } | null>(null);
  const { onSubmit, isSending, error, errorOf } = useSubmission(async ({ name = "", email = "", role }) => {
    const { password } = await postJson("/api/v1/settings/users", { name, email, role }, madePassword);
    setMade({ email, password });
    form.current?.reset();
    router.refresh();
  });
  return (
    <>
      <form ref={form} onSubmit={onSubmit} method="post" className="flex max-w-84 flex-col gap-4">
        <FormError message={error} />
        <Field label="Name" name="name" error={errorOf("name")} autoComplete="off" maxLength={100} required />
        <Field label="E-mail" name="email" type="email" error={errorOf("email")} autoComplete="off" required />
        <div className="flex flex-col gap-1.5">
          <label htmlFor={roleId} className="text-sm font-medium">
            Role
          </label>
          <Select id={roleId} name="role">
            <option value="member">Member</option>
            <option value="admin">Admin</option>
          </Select>
        </div>
        <Button type="submit" aria-disabled={isSending} className="self-start">
          {isSending ? "Adding…" : "Add user"}
        </Button>
      </form>
      {made !== null && (
        <ShownOnce label={`Password of ${made.email}`} secret={made.password}>
          Copy it now; it won’t be shown again.
        </ShownOnce>
      )}
    </>
  );
}
