"use client";

import { type ComponentType, type LazyExoticComponent, type ReactElement, Suspense, useState } from "react";

export interface MenuOnDemandProps<Props> {
  /** The whole menu with its trigger, open at first. */
  menu: LazyExoticComponent<ComponentType<Props>>;
  properties: Props;
  /** The trigger alone, which looks the same. */
  children: (open: () => void) => ReactElement;
}

/** A menu whose code is loaded when it is opened for the first time. */
export function MenuOnDemand<Props extends object>({ menu: Menu, properties, children }: MenuOnDemandProps<Props>) {
  const [isAsked, setAsked] = useState(false);
  const trigger = children(() => setAsked(true));
  if (!isAsked) return trigger;
  return (
    <Suspense fallback={trigger}>
      <Menu {...properties} />
    </Suspense>
  );
}
