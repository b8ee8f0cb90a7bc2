import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";

export interface CopyFieldProps {
  name: string;
  /** The text to copy, also displayed unless there are `children`. */
  value: string;
  children?: ReactNode;
  /** Shown next to the copy button. */
  action?: ReactNode;
}

export function CopyField({ name, value, children, action }: CopyFieldProps) {
  return (
    <dl>
      <dt className="mb-1 text-xs text-muted">{name}</dt>
      <dd className="flex min-h-10 items-center gap-1 rounded-lg border border-line bg-pane pr-1 pl-3">
        <code className="min-w-0 flex-1 py-2 font-mono text-xs break-all select-all md:text-sm">
          {children ?? value}
        </code>
        {action}
        <CopyButton text={value} label={`Copy ${name.toLowerCase()}`} />
      </dd>
    </dl>
  );
}
