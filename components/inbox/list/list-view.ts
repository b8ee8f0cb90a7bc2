import type { Summary } from "@/lib/conversation/conversation";

/** What both forms of the list are given to draw. */
export interface ListView {
  rows: readonly Summary[];
  /** The element that scrolls; null until it is there. */
  view: HTMLElement | null;
  /** `?…` of the list, for links that keep it. */
  search: string;
  searchText: string | undefined;
  /** The conversation that is open. */
  selectedKey: string | null;
  /** The conversation of the row that the keys are at. */
  focusedKey: string | null;
  ticked: ReadonlySet<string>;
  onTick: (key: string, toHere: boolean) => void;
  hasMore: boolean;
  onNearEnd: () => void;
}
