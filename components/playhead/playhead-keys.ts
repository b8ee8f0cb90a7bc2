import type { KeyPress } from "@/components/ui/keys/key-press";

/** A playhead command triggered by a key. */
export type PlayheadCommand = "previous" | "next" | "previousTurn" | "nextTurn" | "first" | "last" | "play" | "mark";

/**
 * Maps a key press to a command: `←` `→` one event, with Shift one turn, `Home` `End` the ends, `p` plays, `m` sets the marker.
 * Null for other keys.
 */
export function playheadCommand({ key, shiftKey, metaKey, ctrlKey, altKey }: KeyPress): PlayheadCommand | null {
  if (metaKey || ctrlKey || altKey) return null;
  switch (key) {
    case "ArrowLeft":
      return shiftKey ? "previousTurn" : "previous";
    case "ArrowRight":
      return shiftKey ? "nextTurn" : "next";
    case "Home":
      return "first";
    case "End":
      return "last";
    case "p":
      return "play";
    case "m":
      return "mark";
    default:
      return null;
  }
}

/** Elements that handle these keys themselves: inputs, menus, other sliders, media players, horizontal scroll areas. */
const claimed =
  'input, textarea, select, [contenteditable=""], [contenteditable="true"], audio, video, [role="menu"], ' +
  '[role="listbox"], [role="tablist"], [role="radiogroup"], [role="dialog"], [role="tree"], [role="separator"], [data-own-keys], ' +
  '[role="slider"]:not([aria-label="Playhead"])';

export function keyIsClaimed(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(claimed) !== null;
}
