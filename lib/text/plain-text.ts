import { withoutBidiControls } from "./bidi-controls";
import { cleanLink } from "./clean-link";
import { decodeEntities } from "./html-entities";
import { alternativeText, visitHtml } from "./html-pieces";
import { replaceVariableTokens } from "./variable-token";

const inline = new Set(
  "a abbr b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup tt u var wbr".split(
    " ",
  ),
);

/**
 * HTML of the platform as one line of plain text: without tags, blocks separated, entities and variable tokens resolved, tracking
 * parameters and bidi controls removed. Never throws. Text that is nothing but markup (an empty `<script>`) is returned
 * unchanged, because an inspector hides nothing.
 */
export function plainText(html: string): string {
  if (isOneLine(html)) return html;
  return literalLine(decodeEntities(withoutTags(html))) || literalLine(html);
}

const words = /^[!-%'-;=>@-~]+(?: [!-%'-;=>@-~]+)*$/;

/** Fast path for words and single spaces without markup or a link's query: most titles, of which there can be thousands. */
function isOneLine(text: string): boolean {
  return text.length < 200 && words.test(text);
}

/** Text that is not HTML, such as a visitor's, as one line: `<select>` stays as typed. */
export function literalLine(text: string): string {
  if (isOneLine(text)) return text;
  return withoutBidiControls(cleanLink(replaceVariableTokens(text)))
    .replace(/\s{2,}|[^\S ]/g, " ")
    .trim();
}

function withoutTags(html: string): string {
  const parts: string[] = [];
  visitHtml(html, {
    text: (text) => parts.push(text),
    tag: (tag) => {
      if (!inline.has(tag.name)) parts.push(` ${alternativeText(html, tag)} `);
    },
  });
  return parts.join("");
}
