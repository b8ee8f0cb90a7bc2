"use client";

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { useReturnFocus } from "./hooks/use-return-focus";
import { IconButton } from "./icon-button";

export const Dialog = Radix.Root;
export const DialogTrigger = Radix.Trigger;
export const DialogClose = Radix.Close;

export interface DialogContentProps {
  title: string;
  description?: ReactNode;
  children: ReactNode;
  className?: string | undefined;
}

export function DialogContent(props: DialogContentProps) {
  return (
    <Radix.Portal>
      <Radix.Overlay className="fixed inset-0 z-40 bg-black/40" />
      <Content {...props} />
    </Radix.Portal>
  );
}

function Content({ title, description, children, className }: DialogContentProps) {
  const returnFocus = useReturnFocus();
  return (
    <Radix.Content
      onCloseAutoFocus={returnFocus}
      {...(description ? {} : { "aria-describedby": undefined })}
      onOpenAutoFocus={focusFirstField}
      className={classNames(
        "fixed top-1/2 left-1/2 z-50 max-h-[calc(100dvh-2rem)] w-[min(32rem,calc(100vw-2rem))] -translate-1/2",
        "animate-appear overflow-y-auto rounded-xl border border-line-strong bg-pane p-5 outline-none",
        className,
      )}
    >
      <div className="flex items-start justify-between gap-4">
        <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
        <Radix.Close asChild>
          <IconButton label="Close" className="-mt-1 -mr-2">
            <X />
          </IconButton>
        </Radix.Close>
      </div>
      {description && <Radix.Description className="mt-1 text-sm text-muted">{description}</Radix.Description>}
      <div className="mt-4">{children}</div>
    </Radix.Content>
  );
}

/** Focuses the first input; without one, the dialog itself rather than its close button. */
function focusFirstField(event: Event) {
  const dialog = event.currentTarget;
  if (!(dialog instanceof HTMLElement)) return;
  event.preventDefault();
  const field = dialog.querySelector<HTMLElement>("input, textarea, select");
  (field ?? dialog).focus();
}
