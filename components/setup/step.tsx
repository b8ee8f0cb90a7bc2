import type { ReactNode } from "react";

export interface StepProps {
  number: number;
  title: string;
  children?: ReactNode;
}

export function Step({ number, title, children }: StepProps) {
  return (
    <li className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-3">
      <span
        aria-hidden="true"
        className="tabular flex size-6 items-center justify-center rounded-full border border-line text-xs font-medium text-muted"
      >
        {number}
      </span>
      <div className="min-w-0 pt-0.5">
        <h3 className="text-sm font-medium">{title}</h3>
        {children}
      </div>
    </li>
  );
}
