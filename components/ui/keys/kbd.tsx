import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

export function Kbd({ children, className }: { children: ReactNode; className?: string | undefined }) {
  return (
    <kbd
      className={classNames(
        "inline-flex h-5 min-w-5 items-center justify-center rounded border border-current/25 px-1 font-mono text-2xs",
        className,
      )}
    >
      {children}
    </kbd>
  );
}
