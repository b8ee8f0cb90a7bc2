/** Where single keys have a meaning of their own: text fields, and everything that lies over the page. */
const ownKeys =
  'input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"]), textarea, select, ' +
  '[contenteditable=""], [contenteditable="true"], [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

/** Does a key pressed on `target` belong to what has the focus, so that the page's shortcuts leave it alone? */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(ownKeys) !== null;
}
