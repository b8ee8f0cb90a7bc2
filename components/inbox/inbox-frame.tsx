"use client";

import { usePathname } from "next/navigation";
import { lazy, type ReactNode, Suspense, useRef } from "react";
import { useFacetsPlace } from "@/components/inbox/facets/use-facets-place";
import { useListForm } from "@/components/inbox/list/use-list-form";
import { ListSettingsProvider } from "@/components/list-state/list-settings-context";
import { useInboxFilters } from "@/components/list-state/use-inbox-filters";
import { classNames } from "@/components/ui/class-names";
import type { ListSettings } from "@/lib/api/list-settings";
import { InboxPane } from "./inbox-pane";
import { useFocusedRow } from "./list/use-focused-row";
import { usePaneKeys } from "./use-pane-keys";

const FacetsPanel = lazy(() => import("./facets/facets-panel"));
const Preview = lazy(() => import("./preview/preview"));

/** The list, and next to it the open conversation or a preview of the focused row; `settings` come from the request's cookie. */
export function InboxFrame({ settings, children }: { settings: ListSettings; children: ReactNode }) {
  return (
    <ListSettingsProvider initial={settings}>
      <Panes>{children}</Panes>
    </ListSettingsProvider>
  );
}

/** Two panes on a wide screen, unless the list is a table; otherwise one at a time: the list at `/`, else the conversation. */
function Panes({ children }: { children: ReactNode }) {
  const atList = usePathname() === "/";
  const { form, facets } = useListForm();
  const inbox = useInboxFilters();
  const isTable = form === "table";
  const hasFacets = useFacetsPlace() === "beside" && facets;
  const focused = useFocusedRow(inbox.search);
  const conversation = useRef<HTMLDivElement>(null);
  usePaneKeys(conversation, inbox.search);
  const isPreviewing = atList && !isTable && focused.key !== null;
  return (
    <div className="group/inbox flex h-full min-h-0">
      <section
        aria-label="Conversations"
        className={classNames(
          "min-h-0 border-line bg-pane lg:flex",
          isTable ? "min-w-0 flex-1" : classNames("shrink-0 lg:border-r", hasFacets ? "lg:w-[37rem]" : "lg:w-88"),
          // Medium screens fit two of the three panes: the state panel takes precedence over the list.
          atList ? "flex w-full" : "hidden max-[1179px]:group-has-data-state-panel/inbox:hidden",
        )}
      >
        {hasFacets && (
          <aside
            aria-label="Values"
            className="w-60 shrink-0 overflow-y-auto overscroll-contain border-r border-line max-lg:hidden"
          >
            <Suspense>
              <FacetsPanel filters={inbox.filters} change={inbox.change} />
            </Suspense>
          </aside>
        )}
        <InboxPane inbox={inbox} focused={focused} />
      </section>
      <div
        ref={conversation}
        tabIndex={-1}
        data-conversation-place=""
        className={classNames(
          "min-h-0 min-w-0 flex-1 flex-col outline-none",
          !isTable && "lg:flex",
          atList ? "hidden" : "flex",
        )}
      >
        {isPreviewing ? (
          <Suspense>
            <Preview conversationKey={focused.key ?? ""} search={inbox.search} />
          </Suspense>
        ) : (
          (!atList || !isTable) && children
        )}
      </div>
    </div>
  );
}
