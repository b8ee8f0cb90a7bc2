import type { ComponentProps } from "react";

/** A word in the bot's own language, or the name of a variable. */
export function Code({ name, children }: ComponentProps<"code"> & { name: string | null }) {
  return (
    <code
      className="rounded-sm bg-hover px-1 font-mono text-[0.92em]"
      title={name === null ? undefined : `The variable ${name}`}
    >
      {children}
    </code>
  );
}
