import { LinkifyIt } from "linkify-it";
import { safeLink } from "./safe-link";

/** Addresses in text: with a protocol, or starting with `www.`; e-mail addresses; `tel:` numbers. */
const linkifier = new LinkifyIt({ fuzzyLink: true, urlAuth: true })
  .add("ftp:", null)
  .add("//", null)
  .add("tel:", {
    validate: (text, position) =>
      /^\+?\d[\d().-]{2,30}(?<!\.)/.exec(text.slice(position, position + 40))?.[0].length ?? 0,
  });

/** Maximum length in characters: a megabyte of addresses takes seconds to find and to draw. */
const maxLength = 30_000;
const maxLinks = 1000;

/** Required for an address. A cheap check, because linkify is slow on text in which nearly everything could start one. */
const mayHoldLink = /[:@]|\/\/|www\./i;

/** Scripts without spaces: an address starts right after a character, and ends before a full-width punctuation mark. */
const fullWidthBorder =
  /(?<=[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}])(?=https?:\/\/|www\.|mailto:)|(?=[。，、；：！？）」』】〉》])/iu;

export interface TextPiece {
  text: string;
  /** The destination, safe to follow; null for text. */
  link: string | null;
}

/** Splits text at the addresses in it: brackets are balanced, punctuation around an address is not part of it. */
export function splitAtLinks(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let links = 0;
  let plain = "";
  for (const stretch of text.slice(0, maxLength).split(fullWidthBorder)) {
    let position = 0;
    const found = mayHoldLink.test(stretch) ? (linkifier.match(stretch) ?? []) : [];
    for (const { schema, index, lastIndex, raw } of found) {
      if (links === maxLinks) break;
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
  plain += text.slice(maxLength);
  if (plain !== "") pieces.push({ text: plain, link: null });
  return pieces;
}

function linkOf(schema: string, raw: string): string | null {
  const link = schema === "mailto:" && !/^mailto:/i.test(raw) ? `mailto:${raw}` : raw;
  if (schema === "" && !/^www\./i.test(raw)) return null;
  return safeLink(link)?.href ?? null;
}
