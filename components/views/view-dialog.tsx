"use client";

import { DialogActions } from "@/components/form/dialog-actions";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { useSubmission } from "@/components/form/use-submission";
import { Dialog, DialogContent } from "@/components/ui/dialog";

interface ViewForm {
  name: string;
  isShared: boolean;
  isDefault: boolean;
}

interface ViewDialogProps {
  title: string;
  description?: string;
  /** The fields' initial values; only the name is shown if the other two are omitted. */
  initial: Pick<ViewForm, "name"> & Partial<ViewForm>;
  onSave: (form: ViewForm) => Promise<unknown>;
  onClose: () => void;
}

/** Prompts for a view's name, and for a new view, whether it is shared. */
export default function ViewDialog({ title, description, initial, onSave, onClose }: ViewDialogProps) {
  const { onSubmit, isSending, errorOf, error } = useSubmission(async (fields) => {
    await onSave({ name: fields.name ?? "", isShared: "isShared" in fields, isDefault: "isDefault" in fields });
    onClose();
  });
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent title={title} description={description} className="max-w-sm">
        <form onSubmit={onSubmit} className="flex flex-col gap-4">
          <Field
            label="Name"
            name="name"
            required
            maxLength={80}
            autoComplete="off"
            defaultValue={initial.name}
            error={errorOf("name")}
          />
          {initial.isShared !== undefined && (
            <Choice name="isShared" label="Share with the team" checked={initial.isShared} />
          )}
          {initial.isDefault !== undefined && (
            <Choice name="isDefault" label="Make this my default view" checked={initial.isDefault} />
          )}
          <FormError message={error} />
          <DialogActions disabled={isSending}>Save</DialogActions>
        </form>
      </DialogContent>
    </Dialog>
  );
}

function Choice({ name, label, checked }: { name: string; label: string; checked: boolean }) {
  return (
    <label className="flex items-center gap-2 text-sm">
      <input type="checkbox" name={name} defaultChecked={checked} className="size-4 accent-accent" />
      {label}
    </label>
  );
}
