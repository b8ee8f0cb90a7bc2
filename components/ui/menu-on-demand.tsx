"use client";

import { type ReactElement, type ReactNode, Suspense, useState } from "react";

export interface MenuOnDemandProps {
  /** The menu with its trigger, initially open: a lazy component, loaded when rendered. */
  menu: ReactNode;
  /** The trigger alone, which looks the same. */
  children: (open: () => void) => ReactElement;
}

/** A menu whose code is loaded when it is first opened. */
export function MenuOnDemand({ menu, children }: MenuOnDemandProps) {
  const [isAsked, setAsked] = useState(false);
  const trigger = children(() => setAsked(true));
  return isAsked ? <Suspense fallback={trigger}>{menu}</Suspense> : trigger;
}
