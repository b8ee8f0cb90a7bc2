import type { ComponentProps } from "react";
import { classNames } from "./class-names";

export function Input({ className, type = "text", ...rest }: ComponentProps<"input">) {
  return (
    <input
      type={type}
      className={classNames(
        "h-9 w-full min-w-0 rounded-lg border border-line bg-pane px-3 text-base text-text transition-colors",
        "hover:border-line-strong focus-visible:border-accent focus-visible:outline-1 focus-visible:-outline-offset-1",
        "disabled:opacity-50 aria-invalid:border-danger coarse:h-11",
        className,
      )}
      {...rest}
    />
  );
}
