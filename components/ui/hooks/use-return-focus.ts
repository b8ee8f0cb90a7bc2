"use client";

import { useState } from "react";

/** For a dialog that is drawn by itself, without a trigger: gives the focus back to what had it. */
export function useReturnFocus(): (event: Event) => void {
  const [before] = useState(() => document.activeElement);
  return (event) => {
    if (!(before instanceof HTMLElement) || before === document.body || !before.isConnected) return;
    event.preventDefault();
    before.focus({ preventScroll: true });
  };
}
