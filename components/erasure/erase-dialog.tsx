"use client";

import { useState } from "react";
import { DialogActions } from "@/components/form/dialog-actions";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { useSubmission } from "@/components/form/use-submission";
import { Dialog, DialogContent } from "@/components/ui/dialog";

export interface EraseChoice {
  mode: "content" | "whole";
  reason: string;
  refuseFuture: boolean;
}

interface EraseDialogProps {
  /** Whom it is about: "Amara Bello" or "2 visitors". */
  who: string;
  reason?: string;
  onErase: (choice: EraseChoice) => Promise<void>;
  onClose: () => void;
}

/** What is typed to confirm an erasure. */
const confirmation = "erase";

const modes: readonly { mode: EraseChoice["mode"]; name: string; consequence: string }[] = [
  {
    mode: "content",
    name: "Erase the content",
    consequence:
      "Everything that was said or is known about the person is removed. Empty events remain, so that counts and times stay correct.",
  },
  {
    mode: "whole",
    name: "Erase everything",
    consequence: "The conversations and all their events are removed. Counts of the past become smaller.",
  },
];

/** Asks for the mode and the reason of an erasure, explains the consequences, and has it confirmed by typing a word. */
export default function EraseDialog({ who, reason, onErase, onClose }: EraseDialogProps) {
  const [typed, setTyped] = useState("");
  const { onSubmit, isSending, errorOf, error } = useSubmission(async (fields) => {
    await onErase({
      mode: fields.mode === "whole" ? "whole" : "content",
      reason: fields.reason ?? "",
      refuseFuture: "refuseFuture" in fields,
    });
  });
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        title={`Erase ${who}?`}
        description="This can't be undone, also not with a backup: erasures are applied again when one is restored."
      >
        <form onSubmit={onSubmit} className="flex flex-col gap-4" autoComplete="off">
          <fieldset className="flex flex-col gap-2">
            <legend className="sr-only">What is erased</legend>
            {modes.map(({ mode, name, consequence }, place) => (
              <label key={mode} className="flex items-start gap-2.5 text-sm">
                <input
                  type="radio"
                  name="mode"
                  value={mode}
                  defaultChecked={place === 0}
                  className="mt-0.5 size-4 shrink-0 accent-accent"
                />
                <span>
                  <span className="block font-medium">{name}</span>
                  <span className="text-muted">{consequence}</span>
                </span>
              </label>
            ))}
          </fieldset>
          <label className="flex items-start gap-2.5 text-sm">
            <input type="checkbox" name="refuseFuture" className="mt-0.5 size-4 shrink-0 accent-accent" />
            <span>
              <span className="block font-medium">Refuse later events</span>
              <span className="text-muted">Without this, new messages of the person are stored again.</span>
            </span>
          </label>
          <Field
            label="Reason"
            name="reason"
            required
            maxLength={1000}
            defaultValue={reason}
            hint="It is part of the receipt. Don't name the person."
            error={errorOf("reason")}
          />
          <Field
            label={`Type "${confirmation}" to confirm`}
            value={typed}
            required
            onChange={({ target }) => setTyped(target.value)}
          />
          <FormError message={error} />
          <DialogActions variant="danger" disabled={isSending || typed.trim().toLowerCase() !== confirmation}>
            Erase
          </DialogActions>
        </form>
      </DialogContent>
    </Dialog>
  );
}
