import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names";

/** An entry of the panel, highlighted if the event at the playhead changed it. */
export function MarkedItem({ changed, className, ...rest }: ComponentProps<"li"> & { changed: boolean }) {
  return (
    <li
      data-changed={changed ? "" : undefined}
      className={classNames(
        "-mx-4 border-l-2 px-3.5",
        changed ? "border-accent bg-accent-soft" : "border-transparent",
        className,
      )}
      {...rest}
    />
  );
}
