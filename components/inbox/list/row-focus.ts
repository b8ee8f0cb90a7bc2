/** The rows that are in the page, as their links, from top to bottom. */
function linksIn(view: HTMLElement): HTMLAnchorElement[] {
  return [...view.querySelectorAll<HTMLAnchorElement>("a[data-conversation-key]")].sort(
    (one, other) => top(one) - top(other),
  );
}

/** The conversation of the row that has the focus. */
export function focusedKey(view: HTMLElement): string | null {
  const row = document.activeElement?.closest("[data-row]");
  return row && view.contains(row) ? keyOf(row.querySelector("a[data-conversation-key]")) : null;
}

/** The conversation of the row that has the focus, else of the one that is open. */
export function currentKey(view: HTMLElement): string | null {
  return focusedKey(view) ?? keyOf(view.querySelector('a[data-conversation-key][aria-current="true"]'));
}

function keyOf(link: Element | null): string | null {
  return link instanceof HTMLElement ? (link.dataset.conversationKey ?? null) : null;
}

/** Moves the focus from the focused row, else from the open one, else to the first in view. Returns whose row it is on now. */
export function stepFocus(view: HTMLElement, step: -1 | 1): string | null {
  const links = linksIn(view);
  const from = links.findIndex((link) => link.dataset.conversationKey === currentKey(view));
  const next = from >= 0 ? from + step : links.findIndex((link) => top(link) >= topOf(view));
  const link = links[Math.min(Math.max(next, 0), links.length - 1)];
  if (link === undefined) return null;
  focusLink(view, link);
  return link.dataset.conversationKey ?? null;
}

/** Puts the focus on a conversation's row, if it is in the page. */
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

/** Where the rows begin to be seen: below a header that stays. */
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
