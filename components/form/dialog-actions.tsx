import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";
import { DialogClose } from "@/components/ui/dialog";

/** The buttons at the end of a dialog's form: Cancel, and the one that submits it. */
export function DialogActions(submit: Omit<ComponentProps<typeof Button>, "type">) {
  return (
    <div className="flex justify-end gap-2">
      <DialogClose asChild>
        <Button>Cancel</Button>
      </DialogClose>
      <Button type="submit" variant="primary" {...submit} />
    </div>
  );
}
