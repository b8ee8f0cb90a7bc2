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
 * The platform's HTML as the one line that a person would read: tags gone, blocks apart, entities and variable tokens
 * resolved, links without tracking, characters that reverse text removed. Never throws. Text that is nothing but markup
 * (an empty `<script>`) comes back as it was written, because an inspector hides nothing.
 */
export function plainText(html: string): string {
  if (isOneLine(html)) return html;
  return literalLine(decodeEntities(withoutTags(html))) || literalLine(html);
}

const words = /^[!-%'-;=>@-~]+(?: [!-%'-;=>@-~]+)*$/;

/** Words and single spaces without anything that could be markup or a link's query: most titles, which can be thousands. */
function isOneLine(text: string): boolean {
  return text.length < 200 && words.test(text);
}

/** Text that is no HTML, such as a visitor's, as one line: `<select>` stays what was typed. */
export function literalLine(text: string): string {
  if (isOneLine(text)) return text;
  return withoutBidiControls(cleanLink(replaceVariableTokens(text)))
    .replace(/\s{2,}|[^\S ]/g, " ")
    .trim();
}

function withoutTags(html: string): string {
  const kept: string[] = [];
  visitHtml(html, {
    text: (text) => kept.push(text),
    tag: (tag) => {
      if (!inline.has(tag.name)) kept.push(` ${alternativeText(html, tag)} `);
    },
  });
  return kept.join("");
}
