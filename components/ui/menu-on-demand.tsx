"use client";

import { type ReactElement, type ReactNode, Suspense, useState } from "react";

export interface MenuOnDemandProps {
  /** The whole menu with its trigger, open at first: a lazy component, which is loaded when it is drawn. */
  menu: ReactNode;
  /** The trigger alone, which looks the same. */
  children: (open: () => void) => ReactElement;
}

/** A menu whose code is loaded when it is opened for the first time. */
export function MenuOnDemand({ menu, children }: MenuOnDemandProps) {
  const [isAsked, setAsked] = useState(false);
  const trigger = children(() => setAsked(true));
  return isAsked ? <Suspense fallback={trigger}>{menu}</Suspense> : trigger;
}
