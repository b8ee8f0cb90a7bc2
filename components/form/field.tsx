"use client";

import type { ComponentProps } from "react";
import { Input } from "@/components/ui/input";
import { Labelled, type LabelledProps } from "./labelled";

export type FieldProps = Omit<ComponentProps<"input">, "id"> & LabelledProps;

/** A labelled input with a hint and an error. */
export function Field({ label, error, hint, ...input }: FieldProps) {
  return (
    <Labelled label={label} error={error} hint={hint}>
      {(labelled) => <Input {...labelled} {...input} />}
    </Labelled>
  );
}
