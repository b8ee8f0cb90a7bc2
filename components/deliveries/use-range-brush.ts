"use client";

import { type KeyboardEvent, type PointerEvent, useState } from "react";

/** Steps from `first` to `last`, inclusive. */
export interface StepRange {
  first: number;
  last: number;
}

interface RangeBrush {
  count: number;
  /** Null if everything is shown. */
  range: StepRange | null;
  onChange: (range: StepRange | null) => void;
}

/** Selects a range of steps by dragging, or by moving either edge with the arrow keys. Selecting all steps clears the range. */
export function useRangeBrush({ count, range, onChange }: RangeBrush) {
  const [drag, setDrag] = useState<{ from: number; to: number } | null>(null);
  const whole = { first: 0, last: count - 1 };

  function commit(first: number, last: number) {
    const next = { first: Math.min(first, last), last: Math.max(first, last) };
    onChange(next.first === whole.first && next.last === whole.last ? null : next);
  }

  function stepAt({ clientX, currentTarget }: PointerEvent<HTMLElement>): number {
    const { left, width } = currentTarget.getBoundingClientRect();
    return Math.min(count - 1, Math.max(0, Math.floor(((clientX - left) / width) * count)));
  }

  function move(edge: keyof StepRange, event: KeyboardEvent) {
    const now = range ?? whole;
    const moved = moveStep(now[edge], event.key, count);
    if (moved === null) return;
    event.preventDefault();
    if (edge === "first") commit(Math.min(moved, now.last), now.last);
    else commit(now.first, Math.max(moved, now.first));
  }

  return {
    shown: drag === null ? range : { first: Math.min(drag.from, drag.to), last: Math.max(drag.from, drag.to) },
    move,
    pointer: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const step = stepAt(event);
        setDrag({ from: step, to: step });
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const to = stepAt(event);
        setDrag((now) => now && { ...now, to });
      },
      onPointerUp: () => {
        if (drag !== null) commit(drag.from, drag.to);
        setDrag(null);
      },
      onPointerCancel: () => setDrag(null),
    },
  };
}

function moveStep(step: number, key: string, count: number): number | null {
  const steps: Partial<Record<string, number>> = {
    ArrowLeft: step - 1,
    ArrowDown: step - 1,
    ArrowRight: step + 1,
    ArrowUp: step + 1,
    PageDown: step - 8,
    PageUp: step + 8,
    Home: 0,
    End: count - 1,
  };
  const wanted = steps[key];
  return wanted === undefined ? null : Math.min(count - 1, Math.max(0, wanted));
}
