"use client";

import { type FormEvent, useState } from "react";
import { ApiError } from "@/lib/api/client/api-error";

interface Fault {
  message: string;
  /** Name of the invalid field. */
  field: string | null;
}

/**
 * Submits a form with JavaScript: `send` receives the field values. Further submissions are ignored while it runs, and errors it
 * throws are shown. The invalid field is focused. Does not use the query cache, which the sign-in page does not load.
 */
export function useSubmission(send: (fields: Record<string, string>) => Promise<void>) {
  const [fault, setFault] = useState<Fault | null>(null);
  const [isSending, setSending] = useState(false);

  async function submit(form: HTMLFormElement) {
    setFault(null);
    setSending(true);
    try {
      await send(textFields(form));
    } catch (error) {
      const field = error instanceof ApiError ? form.elements.namedItem(error.parameter ?? "") : null;
      const isOfField = field instanceof HTMLInputElement && field.type !== "hidden";
      setFault({ message: messageOf(error), field: isOfField ? field.name : null });
      if (isOfField) field.focus();
    }
    setSending(false);
  }

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!isSending) void submit(event.currentTarget);
  }

  return {
    onSubmit,
    isSending,
    /** The error of one field. */
    errorOf: (field: string) => (fault?.field === field ? fault.message : undefined),
    /** The error that belongs to no field. */
    error: fault?.field === null ? fault.message : null,
  };
}

function textFields(form: HTMLFormElement): Record<string, string> {
  const entries = [...new FormData(form)].map(([name, value]) => [name, typeof value === "string" ? value : ""]);
  return Object.fromEntries(entries);
}

function messageOf(error: unknown): string {
  return error instanceof ApiError ? error.message : "Something went wrong in this page. Reload it and try again.";
}
