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
  size?: ButtonProps["size"];
  title: string;
  /** The consequences. */
  description: string;
  /** What can be chosen; nothing for a mere confirmation. */
  content?: ReactNode;
  /** The label of the confirming button. */
  action: string;
  actionVariant?: ButtonProps["variant"];
  onConfirm: () => Promise<unknown>;
  /** Called when the dialog opens or is dismissed. */
  onToggle?: () => void;
}

/** A button with a dialog that confirms an action; by default an irreversible one. */
export function ConfirmButton({
  children,
  label,
  variant,
  size = "small",
  title,
  description,
  content,
  action,
  actionVariant = "danger",
  onConfirm,
  onToggle,
}: ConfirmButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const { isPending, mutate } = useChange(onConfirm);
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(opens) => {
        setOpen(opens);
        onToggle?.();
      }}
    >
      <DialogTrigger asChild>
        <Button size={size} variant={variant} aria-label={label}>
          {children}
        </Button>
      </DialogTrigger>
      <DialogContent title={title} description={description} className="max-w-md">
        {content !== undefined && <div className="mb-5">{content}</div>}
        <div className="flex justify-end gap-2">
          <DialogClose asChild>
            <Button>Cancel</Button>
          </DialogClose>
          <Button
            variant={actionVariant}
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
