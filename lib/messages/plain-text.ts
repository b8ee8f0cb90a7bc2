import { withoutBidiControls } from "./bidi-controls";
import { cleanLink } from "./clean-link";
import { decodeEntities } from "./html-entities";
import { type Tag, tagAt } from "./html-tags";
import { replaceVariableTokens } from "./variable-token";

const inline = new Set(
  "a abbr b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup tt u var wbr".split(
    " ",
  ),
);
const unread = new Set(["script", "style", "template", "head", "svg", "math", "noscript"]);

/**
 * The platform's HTML as the one line that a person would read: tags gone, blocks apart, entities and variable tokens
 * resolved, links without tracking, characters that reverse text removed. Never throws. Text that is nothing but markup
 * (an empty `<script>`) comes back as it was written, because an inspector hides nothing.
 */
export function plainText(html: string): string {
  const read = oneLine(decodeEntities(withoutTags(html)));
  return read === "" ? oneLine(html) : read;
}

function oneLine(text: string): string {
  return withoutBidiControls(cleanLink(replaceVariableTokens(text)))
    .replace(/\s+/g, " ")
    .trim();
}

function withoutTags(html: string): string {
  const lastClosing = html.lastIndexOf(">");
  const lastCommentEnd = html.lastIndexOf("-->");
  const unclosed = new Set<string>();
  const kept: string[] = [];
  let position = 0;
  while (position < html.length) {
    const bracket = html.indexOf("<", position);
    if (bracket === -1 || bracket > lastClosing) break;
    kept.push(html.slice(position, bracket));
    if (bracket < lastCommentEnd && html.startsWith("<!--", bracket)) {
      position = html.indexOf("-->", bracket) + 3;
      continue;
    }
    const tag = tagAt(html, bracket);
    if (tag === null) {
      kept.push("<");
      position = bracket + 1;
      continue;
    }
    if (!inline.has(tag.name)) kept.push(` ${alternativeText(html, tag)} `);
    position = unread.has(tag.name) && !tag.closing ? afterElement(html, tag, unclosed) : tag.end;
  }
  kept.push(html.slice(position));
  return kept.join("");
}

function alternativeText(html: string, tag: Tag): string {
  if (tag.name !== "img") return "";
  const alternative = /\balt\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(
    html.slice(tag.start, Math.min(tag.end, tag.start + 2000)),
  );
  return alternative?.[1] ?? alternative?.[2] ?? "";
}

/** `unclosed` remembers the elements that end nowhere, so that a thousand of them do not search the text a thousand times. */
function afterElement(html: string, tag: Tag, unclosed: Set<string>): number {
  if (unclosed.has(tag.name)) return tag.end;
  const closing = new RegExp(`</${tag.name}\\s*>`, "gi");
  closing.lastIndex = tag.end;
  if (closing.exec(html) !== null) return closing.lastIndex;
  unclosed.add(tag.name);
  return tag.end;
}
