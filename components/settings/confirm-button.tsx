"use client";

import { type ReactNode, useState } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { useChange } from "./use-change";

interface ConfirmButtonProps {
  /** The label of the button that opens the dialog. */
  children: ReactNode;
  /** Its accessible name, if a list contains several. */
  label?: string;
  variant?: ButtonProps["variant"];
  title: string;
  /** The consequences. */
  description: string;
  /** The label of the confirming button. */
  action: string;
  onConfirm: () => Promise<unknown>;
}

/** A button for an irreversible action, with a confirmation dialog. */
export function ConfirmButton({ children, label, variant, title, description, action, onConfirm }: ConfirmButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const { isPending, mutate } = useChange(onConfirm);
  return (
    <Dialog open={isOpen} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button size="small" variant={variant} aria-label={label}>
          {children}
        </Button>
      </DialogTrigger>
      <DialogContent title={title} description={description} className="max-w-md">
        <div className="flex justify-end gap-2">
          <DialogClose asChild>
            <Button>Cancel</Button>
          </DialogClose>
          <Button
            variant="danger"
            disabled={isPending}
            onClick={() => mutate(undefined, { onSuccess: () => setOpen(false) })}
          >
            {action}
          </Button>
        </div>
      </DialogContent>
    </Dialog>
  );
}
