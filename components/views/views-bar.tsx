"use client";

import { ChevronDown } from "lucide-react";
import { useRouter } from "next/navigation";
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { ExportButton } from "@/components/export/export-button";
import { useListSettings } from "@/components/list-state/list-settings-context";
import type { InboxFilters } from "@/components/list-state/use-inbox-filters";
import { viewHref } from "@/components/list-state/view-href";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { tellFailure } from "@/components/ui/tell-failure";
import type { SavedView } from "@/lib/api/schemas/saved-view";
import { type CurrentView, useCurrentView } from "./use-current-view";
import { useViewActions } from "./use-view-actions";
import { useViewCommands } from "./use-view-commands";

const ViewsMenu = lazy(() => import("./views-menu"));
const ViewDialog = lazy(() => import("./view-dialog"));

/** The current view's name with a menu of all views, and buttons to save changes. */
export function ViewsBar({ inbox }: { inbox: InboxFilters }) {
  const view = useCurrentView(inbox);
  const { current, isChanged, list } = view;
  const [isOpen, setOpen] = useState(false);
  const [asked, setAsked] = useState<"save" | SavedView | null>(null);
  const { add, update } = useViewActions();
  const router = useRouter();
  useSettingsOfView(view);
  useViewCommands(
    view.views,
    useCallback(() => setOpen(true), []),
  );

  async function save({ name, isShared, isDefault }: { name: string; isShared: boolean; isDefault: boolean }) {
    router.push(viewHref(await add.mutateAsync({ view: { ...list, name, isShared }, isDefault })));
  }

  function ask(what: "save" | SavedView) {
    setOpen(false);
    setAsked(what);
  }

  return (
    <div className="flex h-10 shrink-0 items-center gap-1 pr-1.5 pl-1.5 coarse:h-11">
      <Popover open={isOpen} onOpenChange={setOpen}>
        <PopoverTrigger asChild>
          <Button
            size="small"
            variant="quiet"
            aria-label={`View: ${current?.name ?? "All conversations"}`}
            className="min-w-0 shrink! text-sm! text-text!"
          >
            <span dir="auto" className="truncate">
              {current?.name ?? "All conversations"}
            </span>
            <ChevronDown aria-hidden="true" className="size-3.5! text-muted" />
          </Button>
        </PopoverTrigger>
        <PopoverContent align="start" aria-label="Views" className="w-76 p-1.5!">
          <Suspense>
            <ViewsMenu {...view} onRename={ask} onSaveAs={() => ask("save")} onClose={() => setOpen(false)} />
          </Suspense>
        </PopoverContent>
      </Popover>
      <span className="flex-1" />
      {isChanged && current?.canChange && (
        <Button
          size="small"
          variant="quiet"
          onClick={() => update.mutate({ id: current.id, change: list }, { onError: tellFailure })}
        >
          Update view
        </Button>
      )}
      {(isChanged || (current === null && list.search !== "")) && (
        <Button size="small" variant="quiet" onClick={() => setAsked("save")}>
          Save view
        </Button>
      )}
      <ExportButton label="Export" filters={inbox.filters} />
      <Suspense>
        {asked === "save" && (
          <ViewDialog
            title="Save this list as a view"
            description="Saves the filters, sort order and layout."
            initial={{ name: "", isShared: false, isDefault: false }}
            onSave={save}
            onClose={() => setAsked(null)}
          />
        )}
        {asked !== null && asked !== "save" && (
          <ViewDialog
            title="Rename the view"
            initial={{ name: asked.name }}
            onSave={({ name }) => update.mutateAsync({ id: asked.id, change: { name } })}
            onClose={() => setAsked(null)}
          />
        )}
      </Suspense>
    </div>
  );
}

/** Opening a view applies its layout settings; later changes are kept until another view is opened. */
function useSettingsOfView({ current }: CurrentView): void {
  const { change } = useListSettings();
  const applied = useRef<string | null>(null);
  useEffect(() => {
    if (current === null || applied.current === current.id) return;
    applied.current = current.id;
    if (current.settings !== null) change(current.settings);
  }, [current, change]);
}
