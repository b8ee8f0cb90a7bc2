"use client";

import { Dialog, DialogContent } from "@/components/ui/dialog";
import { DialogActions } from "./dialog-actions";
import { Field } from "./field";
import { FormError } from "./form-error";
import { useSubmission } from "./use-submission";

interface ReasonDialogProps {
  title: string;
  description: string;
  /** What the button says. */
  action: string;
  maxLength: number;
  hint?: string;
  placeholder?: string;
  /** Closes the dialog itself; a rejection is shown in it. */
  onReason: (reason: string) => Promise<void>;
  onClose: () => void;
}

/** Asks for the reason of an action that the audit log records. */
export function ReasonDialog({ title, description, action, onReason, onClose, ...field }: ReasonDialogProps) {
  const { onSubmit, isSending, errorOf, error } = useSubmission(({ reason = "" }) => onReason(reason));
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent title={title} description={description} className="max-w-md">
        <form onSubmit={onSubmit} className="flex flex-col gap-4">
          <Field label="Reason" name="reason" required autoComplete="off" {...field} error={errorOf("reason")} />
          <FormError message={error} />
          <DialogActions disabled={isSending}>{action}</DialogActions>
        </form>
      </DialogContent>
    </Dialog>
  );
}
