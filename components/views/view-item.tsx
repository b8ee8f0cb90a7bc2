"use client";

import { ArrowDown, ArrowUp, House, MoreHorizontal, Pencil, Save, Share2, Trash2 } from "lucide-react";
import Link from "next/link";
import { viewHref } from "@/components/list-state/view-href";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from "@/components/ui/menu";
import type { SavedView } from "@/lib/api/schemas/saved-view";

export interface ViewItemProps {
  view: SavedView;
  /** The number of its conversations, as text; empty while unknown. */
  count: string;
  isCurrent: boolean;
  onOpen: () => void;
  actions: {
    rename: () => void;
    /** Saves the list's current state in the view. */
    update: () => void;
    share: () => void;
    makeDefault: () => void;
    remove: () => void;
    /** Null for the first or last view. */
    moveUp: (() => void) | null;
    moveDown: (() => void) | null;
  };
}

/** A view in the menu: a link, its count, and its actions. */
export function ViewItem({ view, count, isCurrent, onOpen, actions }: ViewItemProps) {
  return (
    <li className="group/view flex items-center rounded-lg hover:bg-hover has-aria-[current=true]:bg-accent-soft">
      <Link
        href={viewHref(view)}
        prefetch={false}
        aria-current={isCurrent ? "true" : undefined}
        onClick={onOpen}
        className="flex h-8 min-w-0 flex-1 items-center gap-1.5 rounded-lg pl-2 coarse:h-10"
      >
        <span dir="auto" className={classNames("truncate", isCurrent && "font-medium")}>
          {view.name}
        </span>
        {view.isDefault && <House aria-label="default view" className="size-3 shrink-0 text-muted" />}
        <span className="tabular ml-auto shrink-0 pl-2 text-xs text-muted">{count}</span>
      </Link>
      <Menu>
        <MenuTrigger asChild>
          <IconButton label={`More for ${view.name}`} className="size-7!">
            <MoreHorizontal />
          </IconButton>
        </MenuTrigger>
        <MenuContent align="end">
          <MenuItem onSelect={actions.makeDefault}>
            <House /> {view.isDefault ? "Remove as my default view" : "Make this my default view"}
          </MenuItem>
          {view.canChange && (
            <>
              <MenuItem onSelect={actions.update}>
                <Save /> Update to the current list
              </MenuItem>
              <MenuItem onSelect={actions.rename}>
                <Pencil /> Rename
              </MenuItem>
              <MenuItem onSelect={actions.share}>
                <Share2 /> {view.isShared ? "Stop sharing" : "Share with the team"}
              </MenuItem>
              {actions.moveUp && (
                <MenuItem onSelect={actions.moveUp}>
                  <ArrowUp /> Move up
                </MenuItem>
              )}
              {actions.moveDown && (
                <MenuItem onSelect={actions.moveDown}>
                  <ArrowDown /> Move down
                </MenuItem>
              )}
              <MenuSeparator />
              <MenuItem onSelect={actions.remove}>
                <Trash2 /> Delete
              </MenuItem>
            </>
          )}
        </MenuContent>
      </Menu>
    </li>
  );
}
