"use client";

import { type ComponentProps, useId } from "react";
import { Input } from "@/components/ui/input";

export type FieldProps = Omit<ComponentProps<"input">, "id"> & {
  label: string;
  /** What is wrong with the value; read out with the field. */
  error?: string | undefined;
  hint?: string | undefined;
};

/** A labelled input with its hint and its error. */
export function Field({ label, error, hint, ...input }: FieldProps) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <Input
        id={id}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        {...input}
      />
      {note !== undefined && (
        <p id={`${id}-note`} className={error === undefined ? "text-xs text-muted" : "text-xs text-danger"}>
          {note}
        </p>
      )}
    </div>
  );
}
