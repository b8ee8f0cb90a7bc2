"use client";

import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import type { FieldProps } from "./field";
import { Labelled } from "./labelled";

/** A password's field, which can show what was typed. */
export function PasswordField({ label, error, hint, ...input }: FieldProps) {
  const [isShown, setShown] = useState(false);
  return (
    <Labelled label={label} error={error} hint={hint}>
      {(labelled) => (
        <div className="relative">
          <Input
            {...labelled}
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
      )}
    </Labelled>
  );
}
