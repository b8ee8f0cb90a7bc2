import type { ComponentProps } from "react";
import { classNames } from "./class-names";

export type InputProps = ComponentProps<"input"> & {
  /** Less high, with smaller text: for a row of several. */
  compact?: boolean | undefined;
};

export function Input({ className, type = "text", compact = false, ...rest }: InputProps) {
  return (
    <input
      type={type}
      className={classNames(
        "w-full min-w-0 rounded-lg border border-line bg-pane text-text transition-colors",
        compact ? "h-8 px-2 text-xs coarse:h-10" : "h-9 px-3 text-base coarse:h-11",
        "hover:border-line-strong focus-visible:border-accent focus-visible:outline-1 focus-visible:-outline-offset-1",
        "disabled:opacity-50 aria-invalid:border-danger",
        className,
      )}
      {...rest}
    />
  );
}
