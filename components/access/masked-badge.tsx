import { EyeOff } from "lucide-react";
import { useCan } from "./viewer-context";

/** Tells viewers without the permission `personal` why they read `[name]` and the like; as an icon if `isShort`. */
export function MaskedBadge({ isShort = false }: { isShort?: boolean }) {
  if (useCan("personal")) return null;
  return (
    <span
      className="inline-flex shrink-0 items-center gap-1.5 rounded-full bg-hover px-2 py-0.5 text-xs whitespace-nowrap text-muted"
      title="You see [name], [e-mail], [phone], [value] and [file] in place of personal data"
    >
      <EyeOff className="size-3.5 shrink-0" strokeWidth={1.75} aria-hidden="true" />
      <span className={isShort ? "sr-only" : undefined}>Personal data is masked</span>
    </span>
  );
}
