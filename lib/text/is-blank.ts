import { decodeEntities } from "./html-entities";

/** Spaces, controls, Unicode's default ignorables, and the few other characters without a glyph. */
const invisible =
  /^[\s\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb\u{1d159}\u{13440}\u{e0001}-\u{e007f}]*$/u;
const maxCheckedLength = 2000;

/**
 * Whether a name, title, e-mail address or label is invisible: spaces of any width, zero-width characters, bidi marks, Hangul
 * fillers, the Braille blank, soft hyphens, variation selectors, also as HTML entities. Such a text counts as missing, so that
 * its fallback is used.
 */
export function isBlank(text: string): boolean {
  if (text.length > maxCheckedLength) return false;
  return invisible.test(text) || (text.includes("&") && invisible.test(decodeEntities(text)));
}
