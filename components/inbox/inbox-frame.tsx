"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { InboxPane } from "./inbox-pane";

/** Two panes on a wide screen; below that one at a time: the list at `/`, else the conversation. */
export function InboxFrame({ children }: { children: ReactNode }) {
  const atList = usePathname() === "/";
  return (
    <div className="flex h-full min-h-0">
      <section
        aria-label="Conversations"
        className={classNames(
          "min-h-0 shrink-0 flex-col border-line bg-pane lg:flex lg:w-88 lg:border-r",
          atList ? "flex w-full" : "hidden",
        )}
      >
        <InboxPane />
      </section>
      <div className={classNames("min-h-0 min-w-0 flex-1 flex-col lg:flex", atList ? "hidden" : "flex")}>
        {children}
      </div>
    </div>
  );
}
