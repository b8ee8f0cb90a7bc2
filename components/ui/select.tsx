import type { ComponentProps } from "react";
import { classNames } from "./class-names";

export type SelectProps = ComponentProps<"select"> & {
  /** Less high, with smaller text: for a row of several. */
  compact?: boolean | undefined;
};

/** The browser's native select, styled like an input. */
export function Select({ className, compact = false, ...rest }: SelectProps) {
  return (
    <select
      className={classNames(
        "w-full min-w-0 rounded-lg border border-line bg-pane text-text hover:border-line-strong",
        compact ? "h-8 px-1.5 text-xs coarse:h-10" : "h-9 px-2.5 text-base coarse:h-11",
        className,
      )}
      {...rest}
    />
  );
}
