import type { ReactNode } from "react";
import { classNames } from "./class-names";

export interface EmptyStateProps {
  /** A lucide icon. */
  icon?: ReactNode;
  title: string;
  /** `h1` if it replaces the page's content. */
  heading?: "h1" | "h2" | "p" | undefined;
  children?: ReactNode;
  /** The next step: one or two buttons. */
  action?: ReactNode;
  className?: string | undefined;
}

/** Explains what is missing, why, and the next step. */
export function EmptyState({ icon, title, heading: Heading = "p", children, action, className }: EmptyStateProps) {
  return (
    <div className={classNames("flex flex-col items-center justify-center px-6 py-12 text-center", className)}>
      {icon && (
        <span aria-hidden="true" className="mb-4 text-faint [&_svg]:size-7 [&_svg]:stroke-[1.25]">
          {icon}
        </span>
      )}
      <Heading className="text-base font-medium text-balance">{title}</Heading>
      {children && <div className="mt-1 max-w-80 text-sm text-pretty text-muted">{children}</div>}
      {action && <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
