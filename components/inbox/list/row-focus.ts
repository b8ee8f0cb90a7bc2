/** The rendered rows' links, from top to bottom. */
function linksIn(view: HTMLElement): HTMLAnchorElement[] {
  return [...view.querySelectorAll<HTMLAnchorElement>("a[data-conversation-key]")].sort(
    (one, other) => top(one) - top(other),
  );
}

/** The conversation of the focused row. */
export function focusedKey(view: HTMLElement): string | null {
  const row = document.activeElement?.closest("[data-row]");
  return row && view.contains(row) ? keyOf(row.querySelector("a[data-conversation-key]")) : null;
}

/** The conversation of the focused row, otherwise the open one. */
export function currentKey(view: HTMLElement): string | null {
  return focusedKey(view) ?? keyOf(view.querySelector('a[data-conversation-key][aria-current="true"]'));
}

function keyOf(link: Element | null): string | null {
  return link instanceof HTMLElement ? (link.dataset.conversationKey ?? null) : null;
}

/**
 * Moves the focus from the focused row, otherwise from the open one, otherwise to the first visible one. Returns the key of the
 * newly focused row.
 */
export function stepFocus(view: HTMLElement, step: -1 | 1): string | null {
  const links = linksIn(view);
  const from = links.findIndex((link) => link.dataset.conversationKey === currentKey(view));
  const next = from >= 0 ? from + step : links.findIndex((link) => top(link) >= topOf(view));
  const link = links[Math.min(Math.max(next, 0), links.length - 1)];
  if (link === undefined) return null;
  focusLink(view, link);
  return link.dataset.conversationKey ?? null;
}

/** Focuses a conversation's row, if it is rendered. */
export function focusConversation(view: HTMLElement, key: string): void {
  const link = linksIn(view).find((candidate) => candidate.dataset.conversationKey === key);
  if (link) focusLink(view, link);
}

function focusLink(view: HTMLElement, link: HTMLAnchorElement): void {
  link.focus({ preventScroll: true });
  const row = rowOf(link).getBoundingClientRect();
  const above = row.top - topOf(view);
  const below = row.bottom - view.getBoundingClientRect().bottom;
  const hidden = above < 0 ? above : Math.max(0, below);
  if (hidden !== 0) view.scrollBy({ top: hidden });
}

/** The top of the visible rows: below a sticky header. */
function topOf(view: HTMLElement): number {
  const header = view.querySelector("[data-list-header]");
  return view.getBoundingClientRect().top + (header?.getBoundingClientRect().height ?? 0);
}

function rowOf(link: Element): Element {
  return link.closest("[data-row]") ?? link;
}

function top(link: Element): number {
  return rowOf(link).getBoundingClientRect().top;
}
