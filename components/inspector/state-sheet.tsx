"use client";

import { X } from "lucide-react";
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";

/** Half leaves the timeline visible, full covers it. */
export type SheetHeight = "half" | "full";

interface StateSheetProps {
  height: SheetHeight;
  /** Null closes it. */
  onHeight: (height: SheetHeight | null) => void;
  children: ReactNode;
}

/** In pixels: a shorter movement is a tap. */
const shortestDrag = 24;

/** On narrow screens, the state in a sheet above the strip. Its handle is dragged, tapped, or moved with the arrow keys. */
export function StateSheet({ height, onHeight, children }: StateSheetProps) {
  const sheet = useRef<HTMLElement>(null);
  const dragged = useRef<number | null>(null);
  const isFull = height === "full";
  // Focuses the content, so that it is read next; the playhead's shortcuts still work.
  useEffect(() => sheet.current?.focus({ preventScroll: true }), []);
  const drop = (event: PointerEvent) => {
    const moved = dragged.current === null ? 0 : event.clientY - dragged.current;
    dragged.current = null;
    if (moved < -shortestDrag) onHeight("full");
    else if (moved > shortestDrag) onHeight(isFull ? "half" : null);
    else onHeight(isFull ? "half" : "full");
  };
  const keys = (event: KeyboardEvent) => {
    const wanted = { ArrowUp: "full", ArrowDown: "half", Enter: isFull ? "half" : "full" }[event.key];
    if (wanted !== "full" && wanted !== "half") return;
    event.preventDefault();
    onHeight(wanted);
  };

  return (
    <aside
      ref={sheet}
      aria-label="State of the conversation"
      data-print="hide"
      data-state-sheet={height}
      tabIndex={-1}
      onKeyDown={(event) => event.key === "Escape" && !event.defaultPrevented && onHeight(null)}
      className={classNames(
        "z-10 flex animate-slide-up flex-col rounded-t-2xl border-t border-line-strong bg-pane outline-none",
        isFull ? "absolute inset-0" : "h-[48%] shrink-0",
      )}
    >
      <div className="relative flex shrink-0 items-center justify-between border-b border-line py-0.5 pr-1 pl-4">
        <h2 className="text-sm font-semibold">State</h2>
        <button
          type="button"
          aria-label="Full height"
          aria-pressed={isFull}
          onPointerDown={(event) => {
            dragged.current = event.clientY;
            event.currentTarget.setPointerCapture(event.pointerId);
          }}
          onPointerUp={drop}
          onKeyDown={keys}
          className="absolute inset-x-16 inset-y-0 flex touch-none items-start justify-center rounded pt-1.5"
        >
          <span aria-hidden="true" className="h-1 w-10 rounded-full bg-line-strong" />
        </button>
        <IconButton label="Close the state" onClick={() => onHeight(null)}>
          <X />
        </IconButton>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">{children}</div>
    </aside>
  );
}
