"use client";

import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { narrowestColumn, widestColumn } from "@/lib/api/list-settings";

const keyStep = 16;

interface ColumnEdgeProps {
  name: string;
  width: number;
  /** The default width, restored by a double click. */
  usual: number;
  onResize: (width: number) => void;
}

/** A resize handle at a column's right edge: dragged, or moved with the arrow keys. */
export function ColumnEdge({ name, width, usual, onResize }: ColumnEdgeProps) {
  const begun = useRef({ x: 0, width });

  function begin(event: PointerEvent<HTMLElement>) {
    // Prevents dragging the column itself.
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    begun.current = { x: event.clientX, width };
  }

  function step(event: KeyboardEvent) {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    event.preventDefault();
    onResize(width + (event.key === "ArrowRight" ? keyStep : -keyStep));
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that moves is no hr
    <div
      role="separator"
      aria-label={`Width of ${name}`}
      aria-orientation="vertical"
      aria-valuemin={narrowestColumn}
      aria-valuemax={widestColumn}
      aria-valuenow={width}
      tabIndex={0}
      onPointerDown={begin}
      onPointerMove={(event) => {
        if (event.buttons === 1) onResize(begun.current.width + event.clientX - begun.current.x);
      }}
      onDoubleClick={() => onResize(usual)}
      onKeyDown={step}
      className="absolute inset-y-0 -right-1.5 z-10 flex w-3 cursor-col-resize touch-none justify-center before:my-2 before:w-px before:bg-line hover:before:bg-line-strong focus-visible:before:bg-accent"
    />
  );
}
