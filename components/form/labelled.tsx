"use client";

import { type ReactNode, useId } from "react";

export interface LabelledProps {
  label: string;
  /** The value's error; announced with the field. */
  error?: string | undefined;
  hint?: string | undefined;
}

/** Properties that link an input to its label and its hint or error. */
export interface LabelledInput {
  id: string;
  "aria-invalid": true | undefined;
  "aria-describedby": string | undefined;
}

/** A label above an input, and a hint or error below. */
export function Labelled({
  label,
  error,
  hint,
  children,
}: LabelledProps & { children(input: LabelledInput): ReactNode }) {
  const id = useId();
  const note = error ?? hint;
  const noteId = note === undefined ? undefined : `${id}-note`;
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      {children({ id, "aria-invalid": error !== undefined || undefined, "aria-describedby": noteId })}
      {note !== undefined && (
        <p id={noteId} className={error === undefined ? "text-xs text-muted" : "text-xs text-danger"}>
          {note}
        </p>
      )}
    </div>
  );
}
