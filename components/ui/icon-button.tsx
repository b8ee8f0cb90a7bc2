"use client";

import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { Tooltip } from "./tooltip";

export type IconButtonProps = Omit<ComponentProps<"button">, "aria-label"> & {
  /** The action: the accessible name and the tooltip. */
  label: string;
  /** Shown after the label in the tooltip, for example a `<Kbd>`. */
  shortcut?: ReactNode;
  side?: "top" | "right" | "bottom" | "left" | undefined;
};

export function IconButton({ label, shortcut, side, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip
      side={side}
      label={
        <span className="flex items-center gap-1.5">
          {label}
          {shortcut}
        </span>
      }
    >
      <button
        type="button"
        aria-label={label}
        className={classNames(
          "inline-flex size-8 shrink-0 items-center justify-center rounded-lg text-muted transition-colors coarse:size-10",
          "hover:bg-hover hover:text-text aria-pressed:bg-accent-soft aria-pressed:text-accent",
          "data-[state=open]:bg-hover data-[state=open]:text-text disabled:opacity-40 [&_svg]:size-4",
          className,
        )}
        {...rest}
      />
    </Tooltip>
  );
}
