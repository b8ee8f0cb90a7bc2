"use client";

import { useRouter } from "next/navigation";
import { useId, useRef, useState } from "react";
import { usePermissions } from "@/components/access/viewer-context";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { Labelled } from "@/components/form/labelled";
import { useSubmission } from "@/components/form/use-submission";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { permissionsThatRead } from "@/lib/access/permissions";
import { everything } from "@/lib/access/scope";
import { call } from "@/lib/api/client/call";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { ScopeOptions } from "@/lib/api/scope-options";
import { permissionTexts } from "./permission-texts";
import { ScopeField } from "./scope-field";
import { ShownOnce } from "./shown-once";

const lifetimes = [
  { days: "30", name: "30 days" },
  { days: "90", name: "90 days" },
  { days: "365", name: "A year" },
  { days: "", name: "Never" },
];

/** Creates an API token, which is shown once. */
export function NewApiTokenForm({ scopeOptions }: { scopeOptions: ScopeOptions }) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const permissionsId = useId();
  const own = usePermissions();
  const [scope, setScope] = useState(everything);
  const [made, setMade] = useState<{ name: string; token: string } | null>(null);
  const offered = permissionsThatRead.filter((permission) => own.includes(permission));
  const { onSubmit, isSending, error, errorOf } = useSubmission(async ({ name = "", days = "", ...fields }) => {
    const permissions = offered.filter((permission) => fields[permission] === "on");
    const expiresAt = days === "" ? null : new Date(Date.now() + Number(days) * 86_400_000).toISOString();
    const { token } = await call(endpoints.createApiToken, { body: { name, permissions, scope, expiresAt } });
    setMade({ name, token });
    form.current?.reset();
    setScope(everything);
    router.refresh();
  });
  return (
    <>
      <form ref={form} onSubmit={onSubmit} method="post" className="flex max-w-xl flex-col gap-4">
        <FormError message={error} />
        <Field
          label="Name of a new token"
          name="name"
          placeholder="Weekly report"
          error={errorOf("name")}
          maxLength={100}
          required
        />
        <fieldset aria-describedby={permissionsId} className="flex flex-col gap-2">
          <legend className="mb-1.5 text-sm font-medium">Permissions</legend>
          {offered.map((permission) => (
            <label key={permission} className="flex items-center gap-2 text-sm">
              <input
                type="checkbox"
                name={permission}
                defaultChecked={permission === "read"}
                className="size-4 accent-accent"
              />
              {permissionTexts[permission]}
              <code className="text-xs text-muted">{permission}</code>
            </label>
          ))}
          <p id={permissionsId} className="text-xs text-muted">
            Without “personal”, personal data is masked.
          </p>
        </fieldset>
        <ScopeField options={scopeOptions} scope={scope} onChange={setScope} />
        <Labelled label="Expires after">
          {(labelled) => (
            <Select {...labelled} name="days" defaultValue="90" className="max-w-40">
              {lifetimes.map(({ days, name }) => (
                <option key={days} value={days}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Labelled>
        <Button type="submit" aria-disabled={isSending} className="self-start">
          Add API token
        </Button>
      </form>
      {made !== null && (
        <ShownOnce label={`API token “${made.name}”`} secret={made.token}>
          Copy it now; it won't be shown again. Send it as Authorization: Bearer …
        </ShownOnce>
      )}
    </>
  );
}
