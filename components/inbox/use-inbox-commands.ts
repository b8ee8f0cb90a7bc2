"use client";

import { ArrowDownUp, Download, FilterX, PanelLeft, Table2 } from "lucide-react";
import { useMemo } from "react";
import { useAllowed } from "@/components/access/use-allowed";
import { type Command, useCommands } from "@/components/commands/commands";
import { exportHref } from "@/components/inbox/selection/selection-links";
import { useListSettings } from "@/components/list-state/list-settings-context";
import type { InboxFilters } from "@/components/list-state/use-inbox-filters";
import { sortDefinition, sortLabel, sorts } from "@/lib/columns/sorts";
import { noFilters } from "@/lib/filters/conversation-filters";

/** Registers the list's actions in the command palette. */
export function useInboxCommands({ filters, change, changeSort }: InboxFilters): void {
  const { settings, change: changeSettings } = useListSettings();
  const isAllowed = useAllowed();
  const commands = useMemo<Command[]>(() => {
    const isTable = settings.form === "table";
    return [
      {
        id: "list-form",
        title: isTable ? "Show the inbox as a list" : "Show the inbox as a table",
        icon: Table2,
        keywords: ["display", "columns"],
        run: () => changeSettings({ form: isTable ? "list" : "table" }),
      },
      {
        id: "list-density",
        title: settings.density === "compact" ? "Comfortable rows" : "Compact rows",
        icon: Table2,
        keywords: ["display", "density"],
        run: () => changeSettings({ density: settings.density === "compact" ? "comfortable" : "compact" }),
      },
      {
        id: "list-facets",
        title: settings.facets ? "Hide breakdown" : "Show breakdown",
        icon: PanelLeft,
        keywords: ["facets", "filters"],
        run: () => changeSettings({ facets: !settings.facets }),
      },
      { id: "list-clear", title: "Clear search and filters", icon: FilterX, run: () => change(noFilters) },
      ...(["csv", "jsonl"] as const).map((format) => ({
        id: `list-export-${format}`,
        title: format === "csv" ? "Export this list as a table (CSV)" : "Export this list's events (JSON lines)",
        icon: Download,
        keywords: ["download"],
        run: () => window.location.assign(exportHref(format, filters)),
      })),
      ...sorts
        .filter((sort) => isAllowed(sortDefinition(sort)))
        .map((sort) => ({
          id: `list-sort-${sort}`,
          title: `Sort by: ${sortLabel(sort)}`,
          icon: ArrowDownUp,
          keywords: ["order"],
          run: () => changeSort(sort),
        })),
    ].map((command) => ({ ...command, group: "This list" as const }));
  }, [settings, changeSettings, filters, change, changeSort, isAllowed]);
  useCommands(commands);
}
