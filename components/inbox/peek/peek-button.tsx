import { Eye } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/keys/kbd";

/** Peeks at a row's conversation; seen while the row is pointed at. `className` places it. */
export function PeekButton({ onPeek, className }: { onPeek: () => void; className?: string }) {
  return (
    <IconButton
      label="Peek"
      shortcut={<Kbd>Space</Kbd>}
      tabIndex={-1}
      onClick={onPeek}
      className={classNames("size-7! border border-line bg-pane opacity-0 group-hover/row:opacity-100", className)}
    >
      <Eye />
    </IconButton>
  );
}
