import type { KeyPress } from "@/components/ui/keys/key-press";

export type ListKey =
  | "next"
  | "previous"
  | "selectNext"
  | "selectPrevious"
  | "toggle"
  | "extend"
  | "selectAll"
  | "clear";

/** Maps a key press to a command of the list; some keys apply only while the focus is in the list. Null for other keys. */
export function listKey({ key, shiftKey, metaKey, ctrlKey, altKey }: KeyPress, isInList: boolean): ListKey | null {
  if (altKey) return null;
  if (metaKey || ctrlKey) return isInList && key.toLowerCase() === "a" ? "selectAll" : null;
  // Case is ignored, since Caps Lock inverts it.
  switch (key.toLowerCase()) {
    case "j":
      return shiftKey ? "selectNext" : "next";
    case "k":
      return shiftKey ? "selectPrevious" : "previous";
    case "x":
      return shiftKey ? "extend" : "toggle";
    default:
      return isInList ? ownKey(key, shiftKey) : null;
  }
}

function ownKey(key: string, shiftKey: boolean): ListKey | null {
  switch (key) {
    case "ArrowDown":
      return shiftKey ? "selectNext" : "next";
    case "ArrowUp":
      return shiftKey ? "selectPrevious" : "previous";
    case "Escape":
      return "clear";
    default:
      return null;
  }
}
