import type { Summary } from "@/lib/conversation/conversation";

/** Common properties of both list layouts. */
export interface ListView {
  rows: readonly Summary[];
  /** The scroll container; null before it is mounted. */
  view: HTMLElement | null;
  /** The list's query string `?…`, for links that keep it. */
  search: string;
  searchText: string | undefined;
  /** The open conversation. */
  selectedKey: string | null;
  /** The conversation of the row with keyboard focus. */
  focusedKey: string | null;
  ticked: ReadonlySet<string>;
  onTick: (key: string, toHere: boolean) => void;
  hasMore: boolean;
  onNearEnd: () => void;
}
