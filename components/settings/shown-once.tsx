"use client";

import { CopyButton } from "@/components/ui/copy-button";

interface ShownOnceProps {
  /** The secret's name: "API token", "Password of Ines". */
  label: string;
  secret: string;
  /** Instructions. */
  children: string;
}

/** A secret that the server returns only once, with a copy button. */
export function ShownOnce({ label, secret, children }: ShownOnceProps) {
  return (
    <div role="status" className="max-w-xl rounded-lg border border-note-line bg-note-soft px-3 py-2.5 text-note">
      <p className="text-sm font-medium">{label}</p>
      <div className="flex items-center gap-1">
        <code className="min-w-0 flex-1 font-mono text-sm break-all text-text">{secret}</code>
        <CopyButton text={secret} label={`Copy ${label}`} />
      </div>
      <p className="text-xs">{children}</p>
    </div>
  );
}
