import type { Event } from "@/lib/events/event";
import { foldForSearch } from "@/lib/search/fold-for-search";
import { leafTexts } from "@/lib/text/leaf-texts";

/** How many texts of a person are looked for at the end. */
const mostTexts = 40;
const shortest = 16;
const longest = 500;

/** Adds texts that are probably only this person's: what they wrote, and the values of their variables. */
export function addTexts(known: readonly string[], events: readonly Event[]): string[] {
  const texts = new Set(known);
  for (const { actor, payload, type } of events) {
    if (texts.size >= mostTexts) break;
    if (actor?.type !== "visitor" && type !== "variables") continue;
    // Without a space, it may be a type.
    const long = leafTexts(payload, new Set(), false).filter(
      (text) => /\S\s\S/.test(text) && text.length >= shortest && text.length <= longest,
    );
    const [text] = long.sort((a, b) => b.length - a.length);
    if (text !== undefined) texts.add(text.trim().toWellFormed());
  }
  return [...texts];
}

/** The spellings of a text in JSON: as it is, and with all but ASCII escaped. */
export function jsonSpellings(text: string): string[] {
  const json = JSON.stringify(text).slice(1, -1);
  const ascii = json.replace(/[^\x20-\x7e]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return [...new Set([text, json, ascii])];
}

/** All spellings in which a text can be in the database: also folded, as search texts are. */
export function spellingsOf(text: string): Buffer[] {
  const folded = foldForSearch(text);
  return [...new Set([...jsonSpellings(text), ...(folded === "" ? [] : [folded])])].map((each) => Buffer.from(each));
}
