"use client";

import { ChevronDown } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { classNames } from "@/components/ui/class-names";

interface PanelSectionProps {
  title: string;
  count?: number | undefined;
  /** Shown at the right of the heading. */
  action?: ReactNode;
  startsClosed?: boolean | undefined;
  /** The event at the playhead changed something in it; also shown while it is collapsed. */
  changed?: boolean | undefined;
  children: ReactNode;
}

/** A collapsible section of the state panel; whether it is open is stored on this device. */
export function PanelSection({
  title,
  count,
  action,
  startsClosed = false,
  changed = false,
  children,
}: PanelSectionProps) {
  const id = useId();
  const [open, setOpen] = useState(() => remembered(title) ?? !startsClosed);
  const toggle = () => {
    sessionStorage.setItem(storageKey(title), String(!open));
    setOpen(!open);
  };
  return (
    <section aria-label={title} className="border-b border-line px-4 py-3 last:border-b-0">
      <div className="flex min-h-6 items-center justify-between gap-2">
        <h3>
          <button
            type="button"
            aria-expanded={open}
            aria-controls={id}
            onClick={toggle}
            className="group flex min-h-6 items-center gap-1.5 rounded text-xs font-medium text-muted hover:text-text"
          >
            {title}
            {count !== undefined && <span className="tabular font-normal">{count}</span>}
            {changed && !open && <ChangedDot />}
            <ChevronDown
              aria-hidden="true"
              className={classNames(
                "size-3 transition-transform",
                open ? "opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100" : "-rotate-90",
              )}
            />
          </button>
        </h3>
        {open && action}
      </div>
      <div id={id} hidden={!open} className="pt-1.5">
        {open && children}
      </div>
    </section>
  );
}

/** Marks a change by the event at the playhead. */
export function ChangedDot() {
  return (
    <span data-changed="" className="size-1.5 rounded-full bg-accent">
      <span className="sr-only">changed just now</span>
    </span>
  );
}

function storageKey(title: string): string {
  return `playhead.panel.${title}`;
}

function remembered(title: string): boolean | null {
  if (typeof window === "undefined") return null;
  const stored = sessionStorage.getItem(storageKey(title));
  return stored === null ? null : stored === "true";
}
