"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import Link from "next/link";
import { useEffect, useRef } from "react";
import { everything, viewParameter } from "@/components/list-state/view-href";
import { Button } from "@/components/ui/button";
import { PopoverClose } from "@/components/ui/popover";
import { tellFailure } from "@/components/ui/tell-failure";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { SavedView } from "@/lib/api/schemas/saved-view";
import type { CurrentView } from "./use-current-view";
import { useViewActions } from "./use-view-actions";
import { ViewItem } from "./view-item";

const countedForMs = 15_000;

interface ViewsMenuProps extends CurrentView {
  onRename: (view: SavedView) => void;
  onSaveAs: () => void;
  onClose: () => void;
}

/** The unfiltered list, the user's own views and the shared ones, each with its number of conversations. */
export default function ViewsMenu({ views, current, list, onRename, onSaveAs, onClose }: ViewsMenuProps) {
  const { data: counts } = useQuery({ ...queryOf(endpoints.countViews), staleTime: countedForMs });
  const { update, chooseDefault, arrange, remove } = useViewActions();
  const told = { onError: tellFailure };
  const countOf = new Map(counts?.data.map(({ id, count, isMore }) => [id, countText(count, isMore)]));
  const hasDefault = views.some(({ isDefault }) => isDefault);

  function actionsOf(view: SavedView, group: readonly SavedView[]) {
    const place = group.indexOf(view);
    const moveTo = (target: number) =>
      target < 0 || target >= group.length || !group.every(({ canChange }) => canChange)
        ? null
        : () => arrange.mutate(group.toSpliced(place, 1).toSpliced(target, 0, view), told);
    return {
      rename: () => onRename(view),
      update: () => update.mutate({ id: view.id, change: list }, told),
      share: () => update.mutate({ id: view.id, change: { isShared: !view.isShared } }, told),
      makeDefault: () => chooseDefault.mutate(view.isDefault ? null : view.id, told),
      remove: () => remove.mutate(view, told),
      moveUp: moveTo(place - 1),
      moveDown: moveTo(place + 1),
    };
  }

  // By default, the menu would focus the first button, which is an action of a view.
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => menu.current?.querySelector<HTMLElement>('a[aria-current="true"]')?.focus(), []);

  return (
    <div ref={menu}>
      <PopoverClose asChild>
        <Link
          href={hasDefault ? `/?${viewParameter}=${everything}` : "/"}
          aria-current={current === null ? "true" : undefined}
          className="flex h-8 items-center rounded-lg px-2 hover:bg-hover aria-[current=true]:bg-accent-soft aria-[current=true]:font-medium coarse:h-10"
        >
          All conversations
        </Link>
      </PopoverClose>
      {groups.map(({ title, isShared }) => {
        const group = views.filter((view) => view.isShared === isShared);
        return (
          group.length > 0 && (
            <section key={title} aria-label={title}>
              <h3 className="mt-2 mb-0.5 px-2 text-2xs text-muted">{title}</h3>
              <ul>
                {group.map((view) => (
                  <ViewItem
                    key={view.id}
                    view={view}
                    count={countOf.get(view.id) ?? ""}
                    isCurrent={view.id === current?.id}
                    onOpen={onClose}
                    actions={actionsOf(view, group)}
                  />
                ))}
              </ul>
            </section>
          )
        );
      })}
      <div className="-mx-1.5 mt-1.5 border-t border-line px-1.5 pt-1.5">
        <Button variant="quiet" size="small" onClick={onSaveAs} className="w-full justify-start!">
          <Plus /> Save this list as a view
        </Button>
      </div>
    </div>
  );
}

const groups = [
  { title: "Mine", isShared: false },
  { title: "Shared", isShared: true },
];

function countText(count: number | null, isMore: boolean): string {
  return count === null ? "?" : `${count.toLocaleString("en")}${isMore ? "+" : ""}`;
}
