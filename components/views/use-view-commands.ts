"use client";

import { Bookmark, Layers } from "lucide-react";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { type Command, useCommands } from "@/components/commands/commands";
import { viewHref } from "@/components/list-state/view-href";
import type { SavedView } from "@/lib/api/schemas/saved-view";

/** Registers the views in the command palette, and `g v` for their menu. */
export function useViewCommands(views: readonly SavedView[], openMenu: () => void): void {
  const router = useRouter();
  const commands = useMemo<Command[]>(
    () => [
      { id: "views", title: "Choose a view", group: "Views", icon: Layers, goKey: "v", run: openMenu },
      ...views.map((view) => ({
        id: `view-${view.id}`,
        title: view.name,
        group: "Views" as const,
        icon: Bookmark,
        keywords: ["saved view"],
        run: () => router.push(viewHref(view)),
      })),
    ],
    [views, openMenu, router],
  );
  useCommands(commands);
}
