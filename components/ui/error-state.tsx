import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button";
import { classNames } from "./class-names";

export interface ErrorStateProps {
  title: string;
  /** `h1` if it replaces the page's content. */
  heading?: "h1" | "h2" | "p" | undefined;
  /** One sentence on what happened and what the user can do. */
  children?: ReactNode;
  onRetry?: (() => void) | undefined;
  action?: ReactNode;
  className?: string | undefined;
}

export function ErrorState({ title, heading: Heading = "p", children, onRetry, action, className }: ErrorStateProps) {
  return (
    <div
      role="alert"
      className={classNames("flex flex-col items-center justify-center px-6 py-12 text-center", className)}
    >
      <span aria-hidden="true" className="mb-4 text-warning [&_svg]:size-7 [&_svg]:stroke-[1.25]">
        <TriangleAlert />
      </span>
      <Heading className="text-base font-medium text-balance">{title}</Heading>
      {children && <div className="mt-1 max-w-96 text-sm text-pretty text-muted">{children}</div>}
      {(onRetry || action) && (
        <div className="mt-5 flex flex-wrap justify-center gap-2">
          {onRetry && <Button onClick={onRetry}>Try again</Button>}
          {action}
        </div>
      )}
    </div>
  );
}
