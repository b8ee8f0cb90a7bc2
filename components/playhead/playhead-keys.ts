import type { KeyPress } from "@/components/ui/keys/key-press";

/** What a key asks of the playhead. */
export type PlayheadCommand = "previous" | "next" | "previousTurn" | "nextTurn" | "first" | "last" | "play" | "mark";

/**
 * Reads a key press: `←` `→` an event, with shift a turn, `Home` `End` the ends, `p` plays, `m` sets the marker. Other keys are
 * not ours.
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

/** Where keys have a meaning of their own: fields, menus, other sliders, players, things that scroll sideways. */
const claimed =
  'input, textarea, select, [contenteditable=""], [contenteditable="true"], audio, video, [role="menu"], ' +
  '[role="listbox"], [role="tablist"], [role="radiogroup"], [role="dialog"], [role="tree"], [role="separator"], [data-own-keys], ' +
  '[role="slider"]:not([aria-label="Playhead"])';

export function keyIsClaimed(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(claimed) !== null;
}
