import type { ReactNode } from "react";

/** A list of items with dividers. */
export function SettingsRows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul aria-label={label} className="divide-y divide-line border-y border-line">
      {children}
    </ul>
  );
}

interface SettingsRowProps {
  title: ReactNode;
  detail: ReactNode;
  /** The item's actions. */
  children?: ReactNode;
}

export function SettingsRow({ title, detail, children }: SettingsRowProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-56">
        <div className="flex min-w-0 items-center gap-2 font-medium">{title}</div>
        <div className="text-sm [overflow-wrap:anywhere] text-muted">{detail}</div>
      </div>
      {children && <div className="flex max-w-full shrink-0 items-center gap-2">{children}</div>}
    </li>
  );
}
