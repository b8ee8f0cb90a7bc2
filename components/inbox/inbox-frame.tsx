"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { FacetsPanel } from "@/components/inbox/facets/facets-panel";
import { useFacetsPlace } from "@/components/inbox/facets/use-facets-place";
import { useListForm } from "@/components/inbox/list/use-list-form";
import { ListSettingsProvider } from "@/components/list-state/list-settings-context";
import { useInboxFilters } from "@/components/list-state/use-inbox-filters";
import { classNames } from "@/components/ui/class-names";
import type { ListSettings } from "@/lib/api/list-settings";
import { InboxPane } from "./inbox-pane";

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
  const { form, facets } = useListForm();
  const inbox = useInboxFilters();
  const isTable = form === "table";
  const hasFacets = useFacetsPlace() === "beside" && facets;
  return (
    <div className="group/inbox flex h-full min-h-0">
      <section
        aria-label="Conversations"
        className={classNames(
          "min-h-0 border-line bg-pane lg:flex",
          isTable ? "min-w-0 flex-1" : classNames("shrink-0 lg:border-r", hasFacets ? "lg:w-[37rem]" : "lg:w-88"),
          // Between a tablet and a laptop there is room for two of the three: the state goes before the list.
          atList ? "flex w-full" : "hidden max-[1179px]:group-has-data-state-panel/inbox:hidden",
        )}
      >
        {hasFacets && (
          <aside
            aria-label="Values"
            className="w-60 shrink-0 overflow-y-auto overscroll-contain border-r border-line max-lg:hidden"
          >
            <FacetsPanel filters={inbox.filters} change={inbox.change} />
          </aside>
        )}
        <InboxPane inbox={inbox} />
      </section>
      <div className={classNames("min-h-0 min-w-0 flex-1 flex-col", !isTable && "lg:flex", atList ? "hidden" : "flex")}>
        {children}
      </div>
    </div>
  );
}
