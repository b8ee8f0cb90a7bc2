"use client";

import { type FormEvent, useRef, useState } from "react";
import { ApiError } from "@/lib/api/api-error";

interface Fault {
  message: string;
  /** The field at fault, by its name. */
  field: string | null;
}

/**
 * A form that is sent with JavaScript: `send` gets the fields' texts; while it runs a second click does nothing, and what it
 * throws becomes the fault to show. The field at fault takes the focus.
 */
export function useSubmission(send: (fields: Record<string, string>) => Promise<void>) {
  const [isSending, setSending] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const isBusy = useRef(false);

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isBusy.current) return;
    const form = event.currentTarget;
    isBusy.current = true;
    setSending(true);
    setFault(null);
    try {
      await send(textFields(form));
    } catch (error) {
      const found = readFault(error);
      setFault(found);
      const field = found.field === null ? null : form.elements.namedItem(found.field);
      if (field instanceof HTMLInputElement) field.focus();
    } finally {
      isBusy.current = false;
      setSending(false);
    }
  }

  return {
    onSubmit,
    isSending,
    /** What is wrong with one field. */
    errorOf: (field: string) => (fault?.field === field ? fault.message : undefined),
    /** What is wrong with none of the fields. */
    error: fault?.field === null ? fault.message : null,
  };
}

function textFields(form: HTMLFormElement): Record<string, string> {
  const entries = [...new FormData(form)].map(([name, value]) => [name, typeof value === "string" ? value : ""]);
  return Object.fromEntries(entries);
}

function readFault(error: unknown): Fault {
  if (error instanceof ApiError) return { message: error.message, field: error.parameter };
  return { message: "Something went wrong in this page. Reload it and try again.", field: null };
}
