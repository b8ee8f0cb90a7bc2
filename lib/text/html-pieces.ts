import { type Tag, TagScanner } from "./html-tags";

const unread = new Set(["script", "style", "template", "head", "svg", "math", "noscript"]);

export interface HtmlVisitor {
  text: (text: string) => void;
  /** Called for every tag, except those within elements that are not displayed (`script`, `style`). */
  tag: (tag: Tag) => void;
}

/** Scans HTML from left to right and reports its text, with entities encoded, and its tags. Comments are skipped. */
export function visitHtml(html: string, { text, tag: visitTag }: HtmlVisitor): void {
  const scanner = new TagScanner(html);
  const lastClosing = html.lastIndexOf(">");
  const lastCommentEnd = html.lastIndexOf("-->");
  const unclosed = new Set<string>();
  let position = 0;
  while (position < html.length) {
    const bracket = html.indexOf("<", position);
    if (bracket === -1 || bracket > lastClosing) break;
    if (bracket > position) text(html.slice(position, bracket));
    if (bracket < lastCommentEnd && html.startsWith("<!--", bracket)) {
      position = html.indexOf("-->", bracket) + 3;
      continue;
    }
    const tag = scanner.tagAt(bracket);
    if (tag === null) {
      text("<");
      position = bracket + 1;
      continue;
    }
    visitTag(tag);
    position = unread.has(tag.name) && !tag.closing ? afterElement(html, tag, unclosed) : tag.end;
  }
  if (position < html.length) text(html.slice(position));
}

/** `unclosed` caches elements without an end tag, so that a thousand of them do not search the text a thousand times. */
function afterElement(html: string, tag: Tag, unclosed: Set<string>): number {
  if (unclosed.has(tag.name)) return tag.end;
  const closing = new RegExp(`</${tag.name}\\s*>`, "gi");
  closing.lastIndex = tag.end;
  if (closing.exec(html) !== null) return closing.lastIndex;
  unclosed.add(tag.name);
  return tag.end;
}

/** The alternative text of a picture (`alt`); "" for every other tag. */
export function alternativeText(html: string, tag: Tag): string {
  if (tag.name !== "img") return "";
  const alternative = /\balt\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(
    html.slice(tag.start, Math.min(tag.end, tag.start + 2000)),
  );
  return alternative?.[1] ?? alternative?.[2] ?? "";
}
