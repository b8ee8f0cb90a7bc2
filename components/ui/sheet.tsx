"use client";

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { useReturnFocus } from "./hooks/use-return-focus";
import { IconButton } from "./icon-button";

export const Sheet = Radix.Root;

export interface SheetContentProps {
  title: string;
  children: ReactNode;
  /** From the bottom on phones, from the right for panels. */
  side?: keyof typeof sides | undefined;
  className?: string | undefined;
}

/** A pane over the edge of the page, for content that wide screens show next to it. */
export function SheetContent(props: SheetContentProps) {
  return (
    <Radix.Portal>
      <Radix.Overlay className="fixed inset-0 z-40 bg-black/40" />
      <Content {...props} />
    </Radix.Portal>
  );
}

function Content({ title, children, side = "bottom", className }: SheetContentProps) {
  const returnFocus = useReturnFocus();
  return (
    <Radix.Content
      aria-describedby={undefined}
      onCloseAutoFocus={returnFocus}
      // Focuses the pane, not its first button, whose tooltip would open and handle the first Escape.
      onOpenAutoFocus={(event) => {
        event.preventDefault();
        if (event.target instanceof HTMLElement) event.target.focus();
      }}
      className={classNames(
        "fixed z-50 flex flex-col overflow-hidden border-line-strong bg-pane outline-none",
        sides[side],
        className,
      )}
    >
      <div className="flex shrink-0 items-center justify-between border-b border-line py-2 pr-2 pl-4">
        <Radix.Title className="text-base font-semibold">{title}</Radix.Title>
        <Radix.Close asChild>
          <IconButton label="Close">
            <X />
          </IconButton>
        </Radix.Close>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain pb-[env(safe-area-inset-bottom)]">
        {children}
      </div>
    </Radix.Content>
  );
}

const sides = {
  bottom: "inset-x-0 bottom-0 max-h-[85dvh] animate-slide-up rounded-t-2xl border-t",
  right: "inset-y-0 right-0 w-[min(22rem,calc(100vw-3rem))] animate-slide-in border-l",
};
