import { LinkifyIt } from "linkify-it";
import { safeLink } from "./safe-link";

/** Addresses that are written out: with their protocol, or beginning with `www.`; e-mail addresses; `tel:` numbers. */
const linkifier = new LinkifyIt({ fuzzyLink: true, urlAuth: true })
  .add("ftp:", null)
  .add("//", null)
  .add("tel:", {
    validate: (text, position) =>
      /^\+?\d[\d().-]{2,30}(?<!\.)/.exec(text.slice(position, position + 40))?.[0].length ?? 0,
  });

/** Beyond this much text, addresses stay text: a megabyte of them takes seconds to find and to draw. */
const longest = 30_000;
const mostLinks = 1000;

/** Without one of these there is no address. Looking for one takes long where nearly everything could begin one. */
const mayHoldLink = /[:@]|\/\/|www\./i;

/** Scripts without spaces: an address begins right after a character, and ends before a full-width punctuation mark. */
const fullWidthBorder =
  /(?<=[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}])(?=https?:\/\/|www\.|mailto:)|(?=[。，、；：！？）」』】〉》])/iu;

export interface TextPiece {
  text: string;
  /** Where it leads, safe to follow; null for text. */
  link: string | null;
}

/** Text cut at the addresses in it: brackets balanced, the punctuation around an address left out of it. */
export function splitAtLinks(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let links = 0;
  let plain = "";
  for (const stretch of text.slice(0, longest).split(fullWidthBorder)) {
    let position = 0;
    const found = mayHoldLink.test(stretch) ? (linkifier.match(stretch) ?? []) : [];
    for (const { schema, index, lastIndex, raw } of found) {
      if (links === mostLinks) break;
      const link = linkOf(schema, raw);
      if (link === null) continue;
      plain += stretch.slice(position, index);
      if (plain !== "") pieces.push({ text: plain, link: null });
      plain = "";
      pieces.push({ text: raw, link });
      position = lastIndex;
      links += 1;
    }
    plain += stretch.slice(position);
  }
  plain += text.slice(longest);
  if (plain !== "") pieces.push({ text: plain, link: null });
  return pieces;
}

function linkOf(schema: string, raw: string): string | null {
  const link = schema === "mailto:" && !/^mailto:/i.test(raw) ? `mailto:${raw}` : raw;
  if (schema === "" && !/^www\./i.test(raw)) return null;
  return safeLink(link)?.href ?? null;
}
