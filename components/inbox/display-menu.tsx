"use client";

import { LayoutList, Rows3, Rows4, Settings2, Table2 } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { defaultListSettings } from "@/lib/api/list-settings";
import { ColumnChooser } from "./column-chooser";
import { useListSettings } from "./list-settings-context";

/** How the list looks: as cards or as a table with columns, and how close its rows stand. */
export function DisplayMenu() {
  const { settings, change } = useListSettings();
  return (
    <Popover>
      <PopoverTrigger asChild>
        <IconButton label="Display">
          <Settings2 />
        </IconButton>
      </PopoverTrigger>
      <PopoverContent align="start" aria-label="Display" className="flex w-76 flex-col gap-4">
        <Choice
          name="Form"
          value={settings.form}
          options={forms}
          onChoose={(form) => change({ form })}
          className="max-lg:hidden"
        />
        <Choice
          name="Density"
          value={settings.density}
          options={densities}
          onChoose={(density) => change({ density })}
        />
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

interface ChoiceProps<Value extends string> {
  name: string;
  value: Value;
  options: readonly { value: Value; name: string; icon: ReactNode }[];
  onChoose: (value: Value) => void;
  className?: string | undefined;
}

function Choice<Value extends string>({ name, value, options, onChoose, className }: ChoiceProps<Value>) {
  return (
    <fieldset className={className}>
      <legend className="mb-1.5 text-xs text-muted">{name}</legend>
      <div className="grid grid-cols-2 gap-1 rounded-lg bg-hover p-1">
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            aria-pressed={option.value === value}
            onClick={() => onChoose(option.value)}
            className={classNames(
              "flex h-7 items-center justify-center gap-1.5 rounded-md text-xs coarse:h-10 [&_svg]:size-3.5",
              option.value === value ? "bg-pane font-medium text-text" : "text-muted hover:text-text",
            )}
          >
            {option.icon} {option.name}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
