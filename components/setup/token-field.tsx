"use client";

import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import type { Setup } from "@/lib/api/schemas/setup";
import { CopyField } from "./copy-field";

export interface TokenFieldProps {
  token: Setup["tokens"][number];
  isOnly: boolean;
}

/** Masked until revealed, so that it is not visible on a shared screen. */
export function TokenField({ token: { name, token }, isOnly }: TokenFieldProps) {
  const [isShown, setShown] = useState(false);
  const title = isOnly ? "Token" : `Token: ${name}`;
  if (token === null) {
    return (
      <div>
        <p className="mb-1 text-xs text-muted">{title}</p>
        <p className="flex min-h-10 items-center rounded-lg border border-line px-3 text-sm text-muted">
          Only admins of all bots and accounts can see it.
        </p>
      </div>
    );
  }
  return (
    <CopyField
      name={title}
      value={token}
      action={
        <IconButton
          label={isShown ? "Hide the token" : "Show the token"}
          aria-pressed={isShown}
          className="aria-pressed:bg-transparent aria-pressed:text-muted"
          onClick={() => setShown(!isShown)}
        >
          {isShown ? <EyeOff /> : <Eye />}
        </IconButton>
      }
    >
      {isShown ? token : <Masked />}
    </CopyField>
  );
}

function Masked() {
  return (
    <span className="tracking-wider text-muted select-none">
      <span aria-hidden="true">••••••••••••••••</span>
      <span className="sr-only">hidden</span>
    </span>
  );
}
