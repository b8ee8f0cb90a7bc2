"use client";

import { type ReactNode, useState } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { useChange } from "./use-change";

interface ConfirmButtonProps {
  /** The button that asks. */
  children: ReactNode;
  /** Its accessible name, where several stand in a list. */
  label?: string;
  variant?: ButtonProps["variant"];
  title: string;
  /** What will happen. */
  description: string;
  /** The button that does it. */
  action: string;
  onConfirm: () => Promise<unknown>;
}

/** A button whose effect cannot be undone: it asks first. */
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
