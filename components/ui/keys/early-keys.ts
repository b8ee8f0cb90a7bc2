declare global {
  interface Window {
    /** The last keys pressed on this page and the path it was loaded at; filled by {@link earlyKeysScript}. */
    earlyKeys?: { pressed: KeyboardEvent[]; path: string };
  }
}

const remembered = 20;

/**
 * Runs before hydration: records key presses while there are no listeners yet. The events themselves are kept, since they show
 * later whether they were handled.
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

/** Call when a page starts loading: keys pressed from then on are kept for it; at the first load, earlier ones as well. */
export function keepKeysFor(path: string): void {
  const isLoadedHere = isFirst && window.earlyKeys?.path === path;
  since = isLoadedHere ? 0 : performance.now();
  isFirst = false;
}

/** The text typed after a key that focuses an input, before that input existed; null if the key was not pressed. */
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

/** Whether the key produces a character. */
export function isCharacter({ key, metaKey, ctrlKey, altKey }: KeyboardEvent): boolean {
  return key.length === 1 && !metaKey && !ctrlKey && !altKey;
}

/** Passes each typed character to `take`, and to nothing else on the page. Returns a function that stops this. */
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

/** The recorded keys that were not handled and that `isWanted` accepts. Each is returned once. */
export function takeEarlyKeys(isWanted: (event: KeyboardEvent) => boolean): KeyboardEvent[] {
  const keys = window.earlyKeys;
  if (keys === undefined) return [];
  const taken = keys.pressed.filter((event) => event.timeStamp >= since && !event.defaultPrevented && isWanted(event));
  keys.pressed = keys.pressed.filter((event) => !taken.includes(event));
  return taken;
}
