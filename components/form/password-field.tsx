"use client";

import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { Input } from "@/components/ui/input";
import type { FieldProps } from "./field";
import { Labelled } from "./labelled";

/** A password input with a button to reveal the text. */
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
          <button
            type="button"
            aria-label={isShown ? "Hide what is typed" : "Show what is typed"}
            title={isShown ? "Hide what is typed" : "Show what is typed"}
            onClick={() => setShown(!isShown)}
            className="absolute top-1/2 right-0.5 inline-flex size-8 -translate-y-1/2 items-center justify-center rounded-lg text-muted hover:bg-hover hover:text-text coarse:size-10 [&_svg]:size-4"
          >
            {isShown ? <EyeOff /> : <Eye />}
          </button>
        </div>
      )}
    </Labelled>
  );
}
