"use client";

import { type KeyboardEvent, type PointerEvent, type ReactNode, useLayoutEffect, useState } from "react";

const storageKey = "playhead.panel.width";
const narrowest = 264;
const widest = 560;
const usual = 344;
const keyStep = 16;

/**
 * The pane at the right edge. It is resized by dragging its left edge, or with the arrow keys; the width is stored on this
 * device.
 */
export function SidePanel({ label, children }: { label: string; children: ReactNode }) {
  const [width, setWidth] = useState(usual);
  useLayoutEffect(() => setWidth(rememberedWidth()), []);
  const resize = (wanted: number) => {
    const next = Math.min(widest, Math.max(narrowest, Math.round(wanted)));
    localStorage.setItem(storageKey, String(next));
    setWidth(next);
  };
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (event.buttons === 1) resize(window.innerWidth - event.clientX);
  };
  const step = (event: KeyboardEvent) => {
    const wanted = { ArrowLeft: width + keyStep, ArrowRight: width - keyStep, Home: narrowest, End: widest }[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    resize(wanted);
  };

  return (
    <aside
      aria-label={label}
      data-print="hide"
      data-state-panel=""
      data-pane=""
      tabIndex={-1}
      style={{ width }}
      className="relative flex shrink-0 flex-col border-l border-line bg-pane"
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a separator that moves is no hr */}
      <div
        role="separator"
        aria-label="Width of the state panel"
        aria-orientation="vertical"
        aria-valuemin={narrowest}
        aria-valuemax={widest}
        aria-valuenow={width}
        aria-valuetext={`${width} pixels`}
        title="Drag, or press ← and →, to change the width"
        tabIndex={0}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onDoubleClick={() => resize(usual)}
        onKeyDown={step}
        className="group/grip absolute inset-y-0 -left-1 z-10 flex w-2 cursor-col-resize touch-none items-center justify-center outline-none"
      >
        <span
          aria-hidden="true"
          className="h-10 w-1.5 rounded-full border border-pane bg-line-strong group-hover/grip:bg-muted group-focus-visible/grip:bg-text group-focus-visible/grip:outline-2 group-focus-visible/grip:outline-offset-2 group-focus-visible/grip:outline-accent"
        />
      </div>
      {children}
    </aside>
  );
}

function rememberedWidth(): number {
  const stored = Number(localStorage.getItem(storageKey));
  return stored >= narrowest && stored <= widest ? stored : usual;
}
