"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import type { ListSettings } from "@/lib/api/list-settings";
import { InboxPane } from "./inbox-pane";
import { ListSettingsProvider } from "./list-settings-context";
import { useListForm } from "./use-list-form";

/** The list, and beside it the conversation that is open; `settings` as the request's cookie tells them. */
export function InboxFrame({ settings, children }: { settings: ListSettings; children: ReactNode }) {
  return (
    <ListSettingsProvider initial={settings}>
      <Panes>{children}</Panes>
    </ListSettingsProvider>
  );
}

/** Two panes on a wide screen, unless the list is a table; below that one at a time: the list at `/`, else the conversation. */
function Panes({ children }: { children: ReactNode }) {
  const atList = usePathname() === "/";
  const isTable = useListForm().form === "table";
  return (
    <div className="flex h-full min-h-0">
      <section
        aria-label="Conversations"
        className={classNames(
          "min-h-0 flex-col border-line bg-pane lg:flex",
          isTable ? "min-w-0 flex-1" : "shrink-0 lg:w-88 lg:border-r",
          atList ? "flex w-full" : "hidden",
        )}
      >
        <InboxPane />
      </section>
      <div className={classNames("min-h-0 min-w-0 flex-1 flex-col", !isTable && "lg:flex", atList ? "hidden" : "flex")}>
        {children}
      </div>
    </div>
  );
}
