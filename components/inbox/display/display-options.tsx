"use client";

import { LayoutList, Rows3, Rows4, Table2 } from "lucide-react";
import { ColumnChooser } from "@/components/inbox/table/column-chooser";
import { useListSettings } from "@/components/list-state/list-settings-context";
import type { InboxFilters } from "@/components/list-state/use-inbox-filters";
import { SegmentedChoice } from "@/components/ui/segmented-choice";
import { defaultListSettings } from "@/lib/api/list-settings";
import { SortField } from "./sort-field";

/** The menu's content; loaded when it opens. */
export default function DisplayOptions({ sort, changeSort }: Pick<InboxFilters, "sort" | "changeSort">) {
  const { settings, change } = useListSettings();
  return (
    <>
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
    </>
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
