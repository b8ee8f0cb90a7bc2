"use client";

import { useState } from "react";
import type { Scope } from "@/lib/access/scope";
import { call } from "@/lib/api/client/call";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { ScopeOptions } from "@/lib/api/scope-options";
import { ConfirmButton } from "./confirm-button";
import { ScopeField } from "./scope-field";

interface ScopeDialogProps {
  user: { id: string; name: string; scope: Scope };
  options: ScopeOptions;
}

/** A button that opens a dialog to change a user's scope. */
export function ScopeDialog({ user: { id, name, scope }, options }: ScopeDialogProps) {
  const [chosen, setChosen] = useState(scope);
  return (
    <ConfirmButton
      label={`Change the scope of ${name}`}
      title={`Which conversations may ${name} see?`}
      description="Conversations of these bots and accounts. Others do not exist for them."
      content={<ScopeField options={options} scope={chosen} onChange={setChosen} />}
      action="Save"
      actionVariant="primary"
      onConfirm={() => call(endpoints.updateUser, { path: { id }, body: { scope: chosen } })}
      onToggle={() => setChosen(scope)}
    >
      Scope
    </ConfirmButton>
  );
}
