import { Command as Palette } from "cmdk";
import { Children, type ReactNode } from "react";

/** A heading with its items; renders nothing without items. */
export function PaletteGroup({ heading, children }: { heading: string; children: ReactNode }) {
  if (Children.count(children) === 0) return null;
  return (
    <Palette.Group
      heading={heading}
      className="**:[[cmdk-group-heading]]:px-2.5 **:[[cmdk-group-heading]]:pt-2 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:text-xs **:[[cmdk-group-heading]]:text-muted"
    >
      {children}
    </Palette.Group>
  );
}

export interface PaletteItemProps {
  /** Unique in the palette. */
  value: string;
  icon?: ReactNode;
  onSelect: () => void;
  children: ReactNode;
}

export function PaletteItem({ value, icon, onSelect, children }: PaletteItemProps) {
  return (
    <Palette.Item
      value={value}
      onSelect={onSelect}
      className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-lg px-2.5 py-1.5 text-sm data-[selected=true]:bg-hover coarse:min-h-11"
    >
      <span aria-hidden="true" className="flex size-4 shrink-0 text-muted [&_svg]:size-4">
        {icon}
      </span>
      {children}
    </Palette.Item>
  );
}
