"use client";

import { LayoutList, Rows3, Rows4, Table2 } from "lucide-react";
import { ColumnChooser } from "@/components/inbox/table/column-chooser";
import { useListSettings } from "@/components/list-state/list-settings-context";
import type { InboxFilters } from "@/components/list-state/use-inbox-filters";
import { IconButton } from "@/components/ui/icon-button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { SegmentedChoice } from "@/components/ui/segmented-choice";
import { defaultListSettings } from "@/lib/api/list-settings";
import { defaultSort } from "@/lib/columns/sorts";
import { SortField } from "./sort-field";

/** How the list looks: its order, as cards or as a table with columns, and how close its rows stand. */
export function DisplayMenu({ sort, changeSort }: Pick<InboxFilters, "sort" | "changeSort">) {
  const { settings, change } = useListSettings();
  return (
    <Popover>
      <PopoverTrigger asChild>
        <IconButton label="Display" aria-pressed={sort !== defaultSort}>
          <LayoutList />
        </IconButton>
      </PopoverTrigger>
      <PopoverContent align="start" aria-label="Display" className="flex w-76 flex-col gap-4">
        <SegmentedChoice
          showsName
          name="Layout"
          value={settings.form}
          options={forms}
          onChoose={(form) => change({ form })}
          className="max-lg:hidden"
        />
        <SegmentedChoice
          showsName
          name="Density"
          value={settings.density}
          options={densities}
          onChoose={(density) => change({ density })}
        />
        <SortField sort={sort} changeSort={changeSort} />
        {settings.form === "table" && (
          <div className="max-lg:hidden">
            <ColumnChooser
              columns={settings.columns}
              onChange={(columns) => change({ columns })}
              onReset={() => change({ columns: defaultListSettings.columns })}
            />
          </div>
        )}
      </PopoverContent>
    </Popover>
  );
}

const forms = [
  { value: "list", name: "List", icon: <LayoutList /> },
  { value: "table", name: "Table", icon: <Table2 /> },
] as const;

const densities = [
  { value: "comfortable", name: "Comfortable", icon: <Rows3 /> },
  { value: "compact", name: "Compact", icon: <Rows4 /> },
] as const;
