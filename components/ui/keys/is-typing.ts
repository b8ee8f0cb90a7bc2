/** Elements in which single keys have their own meaning: text inputs, and everything that overlays the page. */
const ownKeys =
  'input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"]), textarea, select, ' +
  '[contenteditable=""], [contenteditable="true"], [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

/** Whether a key pressed on `target` belongs to the focused element, so that page shortcuts must ignore it. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(ownKeys) !== null;
}
