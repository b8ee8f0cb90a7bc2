"use client";

import { useQueryClient } from "@tanstack/react-query";
import { DialogActions } from "@/components/form/dialog-actions";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { Labelled } from "@/components/form/labelled";
import { useSubmission } from "@/components/form/use-submission";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { call } from "@/lib/api/client/call";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import { dayOf, isKind, kindNames, kinds, visitorsText } from "./request-texts";

interface NewRequestDialogProps {
  /** The keys of the visitors that were chosen. */
  visitors: readonly string[];
  onCreated: (id: string) => void;
  onClose: () => void;
}

/** Enters a person's request. */
export default function NewRequestDialog({ visitors, onCreated, onClose }: NewRequestDialogProps) {
  const client = useQueryClient();
  const { onSubmit, isSending, errorOf, error } = useSubmission(async (fields) => {
    const { kind = "", person = "", receivedAt = "", dueAt = "", note = "" } = fields;
    if (!isKind(kind)) return;
    const { id } = await call(endpoints.createPersonRequest, {
      body: {
        ...{ kind, person, receivedAt },
        ...(visitors.length > 0 && { visitors: [...visitors] }),
        ...(dueAt !== "" && { dueAt }),
        ...(note !== "" && { note }),
      },
    });
    await client.invalidateQueries({ queryKey: [endpoints.listPersonRequests.name] });
    onCreated(id);
  });
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        title="New request"
        description={
          visitors.length === 0
            ? "You can add the person's visitors later."
            : `With ${visitorsText(visitors.length)}. You can add others later.`
        }
        className="max-w-md"
      >
        <form onSubmit={onSubmit} className="flex flex-col gap-4">
          <Labelled label="Kind">
            {(labelled) => (
              <Select {...labelled} name="kind" defaultValue="access">
                {kinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {kindNames[kind]}
                  </option>
                ))}
              </Select>
            )}
          </Labelled>
          <Field
            label="Who asks"
            name="person"
            required
            maxLength={500}
            autoComplete="off"
            hint="Name and how they can be reached."
            error={errorOf("person")}
          />
          <div className="grid grid-cols-2 gap-3">
            <Field
              label="Received"
              name="receivedAt"
              type="date"
              required
              defaultValue={dayOf(new Date().toISOString())}
              error={errorOf("receivedAt")}
            />
            <Field label="Due" name="dueAt" type="date" hint="One month, if empty." error={errorOf("dueAt")} />
          </div>
          <Field label="Note" name="note" maxLength={5000} autoComplete="off" error={errorOf("note")} />
          <FormError message={error} />
          <DialogActions disabled={isSending}>Enter request</DialogActions>
        </form>
      </DialogContent>
    </Dialog>
  );
}
