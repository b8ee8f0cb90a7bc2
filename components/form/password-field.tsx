"use client";

import { Eye, EyeOff } from "lucide-react";
import { useId, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import type { FieldProps } from "./field";

/** A password's field, which can show what was typed. */
export function PasswordField({ label, error, hint, ...input }: FieldProps) {
  const id = useId();
  const [isShown, setShown] = useState(false);
  const note = error ?? hint;
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <div className="relative">
        <Input
          id={id}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={note === undefined ? undefined : `${id}-note`}
          className="pr-11"
          {...input}
          type={isShown ? "text" : "password"}
          spellCheck={false}
          autoCapitalize="none"
        />
        <IconButton
          label={isShown ? "Hide what is typed" : "Show what is typed"}
          onClick={() => setShown(!isShown)}
          className="absolute top-1/2 right-0.5 -translate-y-1/2"
        >
          {isShown ? <EyeOff /> : <Eye />}
        </IconButton>
      </div>
      {note !== undefined && (
        <p id={`${id}-note`} className={error === undefined ? "text-xs text-muted" : "text-xs text-danger"}>
          {note}
        </p>
      )}
    </div>
  );
}
