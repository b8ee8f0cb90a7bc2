import { classNames } from "@/components/ui/class-names";
import type { ListView } from "./list-view";

export interface RowTickProps extends Pick<ListView, "onTick"> {
  conversationKey: string;
  title: string;
  isTicked: boolean;
  className?: string | undefined;
}

/** A row's checkbox; Shift selects the range from the last one. The keyboard uses `x`, so it is not a tab stop. */
export function RowTick({ conversationKey, title, isTicked, onTick, className }: RowTickProps) {
  return (
    <input
      type="checkbox"
      tabIndex={-1}
      aria-label={`Select ${title}`}
      checked={isTicked}
      onClick={(event) => {
        onTick(conversationKey, event.shiftKey);
        // Returns the focus to the row, for the keyboard.
        event.currentTarget
          .closest("[data-row]")
          ?.querySelector<HTMLElement>("a[data-conversation-key]")
          ?.focus({ preventScroll: true });
      }}
      onChange={() => undefined}
      className={classNames("size-3.5 cursor-pointer accent-accent coarse:size-5", className)}
    />
  );
}
