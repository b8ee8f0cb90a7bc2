declare global {
  interface Window {
    /** The last keys pressed on this page and the path it was loaded at; filled by {@link earlyKeysScript}. */
    earlyKeys?: { pressed: KeyboardEvent[]; path: string };
  }
}

const remembered = 20;

/**
 * Runs before React does: it remembers the keys that are pressed while nothing listens to them yet. The events themselves are
 * kept, since they tell later whether somebody acted on them.
 */
export const earlyKeysScript = `(function () {
  var keys = (window.earlyKeys = { pressed: [], path: location.pathname });
  window.addEventListener("keydown", function (event) {
    keys.pressed.push(event);
    if (keys.pressed.length > ${remembered}) keys.pressed.shift();
  });
})();`;

let since = 0;
let isFirst = true;

/** To be called when a page begins to load: keys from now on are kept for it; at the first load those from before, too. */
export function keepKeysFor(path: string): void {
  const isLoadedHere = isFirst && window.earlyKeys?.path === path;
  since = isLoadedHere ? 0 : performance.now();
  isFirst = false;
}

/** The text that was typed after a key that asks for a field, before there was one; null where nobody asked. */
export function takeEarlyText(asks: (event: KeyboardEvent) => boolean): string | null {
  let isAsked = false;
  const keys = takeEarlyKeys((event) => {
    const isFirstAsked = !isAsked && asks(event);
    isAsked ||= isFirstAsked;
    return isFirstAsked || (isAsked && isCharacter(event));
  });
  return isAsked
    ? keys
        .slice(1)
        .map(({ key }) => key)
        .join("")
    : null;
}

/** Does the key write a character? */
export function isCharacter({ key, metaKey, ctrlKey, altKey }: KeyboardEvent): boolean {
  return key.length === 1 && !metaKey && !ctrlKey && !altKey;
}

/** Passes each typed character to `take`, and to nothing else on the page. Returns the function that ends this. */
export function collectCharacters(take: (character: string) => void): () => void {
  function collect(event: KeyboardEvent) {
    if (!isCharacter(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    take(event.key);
  }
  window.addEventListener("keydown", collect, { capture: true });
  return () => window.removeEventListener("keydown", collect, { capture: true });
}

/** The keys that were pressed meanwhile, that nobody acted on and that `isWanted` takes. Each is given out once. */
export function takeEarlyKeys(isWanted: (event: KeyboardEvent) => boolean): KeyboardEvent[] {
  const keys = window.earlyKeys;
  if (keys === undefined) return [];
  const taken = keys.pressed.filter((event) => event.timeStamp >= since && !event.defaultPrevented && isWanted(event));
  keys.pressed = keys.pressed.filter((event) => !taken.includes(event));
  return taken;
}
