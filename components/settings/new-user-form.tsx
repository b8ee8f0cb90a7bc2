"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { Labelled } from "@/components/form/labelled";
import { useSubmission } from "@/components/form/use-submission";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { isRole, type Role, roles } from "@/lib/access/permissions";
import { everything } from "@/lib/access/scope";
import { call } from "@/lib/api/client/call";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { ScopeOptions } from "@/lib/api/scope-options";
import { roleTexts } from "./role-names";
import { ScopeField } from "./scope-field";
import { ShownOnce } from "./shown-once";

type Made = { email: string } & ({ password: string } | { inviteUrl: string });

export function NewUserForm({ scopeOptions }: { scopeOptions: ScopeOptions }) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [role, setRole] = useState<Role>("agent");
  const [scope, setScope] = useState(everything);
  const [made, setMade] = useState<Made | null>(null);
  const { onSubmit, isSending, error, errorOf } = useSubmission(async ({ name = "", email = "", invite }) => {
    const body = { name, email, role, scope, invite: invite === "yes" };
    const created = await call(endpoints.createUser, { body });
    setMade({ email, ...created });
    form.current?.reset();
    setRole("agent");
    setScope(everything);
    router.refresh();
  });
  return (
    <>
      <form ref={form} onSubmit={onSubmit} method="post" className="flex max-w-84 flex-col gap-4">
        <FormError message={error} />
        <Field label="Name" name="name" error={errorOf("name")} autoComplete="off" maxLength={100} required />
        <Field label="E-mail" name="email" type="email" error={errorOf("email")} autoComplete="off" required />
        <Labelled label="Role" hint={roleTexts[role].description}>
          {(labelled) => (
            <Select {...labelled} value={role} onChange={({ target: { value } }) => isRole(value) && setRole(value)}>
              {roles.map((one) => (
                <option key={one} value={one}>
                  {roleTexts[one].name}
                </option>
              ))}
            </Select>
          )}
        </Labelled>
        <ScopeField options={scopeOptions} scope={scope} onChange={setScope} />
        <Labelled label="First sign-in">
          {(labelled) => (
            <Select {...labelled} name="invite" defaultValue="yes">
              <option value="yes">With a one-time link</option>
              <option value="no">With a temporary password</option>
            </Select>
          )}
        </Labelled>
        <Button type="submit" aria-disabled={isSending} className="self-start">
          {isSending ? "Adding…" : "Add user"}
        </Button>
      </form>
      {made !== null && (
        <ShownOnce
          label={"password" in made ? `Password of ${made.email}` : `Invitation of ${made.email}`}
          secret={"password" in made ? made.password : made.inviteUrl}
        >
          {"password" in made
            ? "Copy it now; it won't be shown again."
            : "Copy it now; it won't be shown again. It works once, within 7 days."}
        </ShownOnce>
      )}
    </>
  );
}
