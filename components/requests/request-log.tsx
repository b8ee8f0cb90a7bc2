"use client";

import { ErasureProgress } from "@/components/erasure/erasure-progress";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { useSubmission } from "@/components/form/use-submission";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import type { PersonRequest } from "@/lib/api/schemas/privacy/person-request";
import { actionTexts, dayOf } from "./request-texts";
import { useRequestChange } from "./use-request-change";

/** What was done about a request, and a field for a note. */
export function RequestLog({ request: { id, state, log } }: { request: PersonRequest }) {
  const { mutateAsync } = useRequestChange(id);
  const { onSubmit, isSending, errorOf, error } = useSubmission(async ({ note = "" }) => {
    await mutateAsync({ note });
  });
  return (
    <>
      <ol aria-label="Log of the request" className="flex flex-col gap-2">
        {log.map((entry, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries are only appended
          <li key={place} className="flex flex-wrap items-baseline gap-x-3 text-sm">
            <span className="font-medium">{actionTexts[entry.action]}</span>
            <span className="ml-auto shrink-0 text-xs text-muted">
              {entry.by} · <RelativeTime iso={entry.at} inSentence />
            </span>
            {entry.action === "erase" && entry.text !== null && (
              <div className="w-full">
                <ErasureProgress id={entry.text} />
              </div>
            )}
            {entry.action !== "erase" && entry.text !== null && (
              <span dir="auto" className="w-full [overflow-wrap:anywhere] whitespace-pre-wrap text-muted">
                {entry.action === "due" ? dayOf(entry.text) : entry.text}
              </span>
            )}
          </li>
        ))}
      </ol>
      {state === "open" && (
        <form key={log.length} onSubmit={onSubmit} className="flex max-w-xl flex-col gap-3">
          <Field label="Note" name="note" required maxLength={5000} autoComplete="off" error={errorOf("note")} />
          <FormError message={error} />
          <Button type="submit" disabled={isSending} className="self-start">
            Add note
          </Button>
        </form>
      )}
    </>
  );
}
