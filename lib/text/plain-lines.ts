import { withoutBidiControls } from "./bidi-controls";
import { cleanLink } from "./clean-link";
import { decodeEntities } from "./html-entities";
import { alternativeText, visitHtml } from "./html-pieces";
import { holdsTags, type Tag } from "./html-tags";
import { replaceVariableTokens } from "./variable-token";

const paragraphs = new Set("p ul ol dl blockquote pre table figure hr h1 h2 h3 h4 h5 h6".split(" "));
const blocks = new Set(
  "div center address article aside section header footer main nav form fieldset details summary figcaption caption dt dd li tr video audio iframe".split(
    " ",
  ),
);

/**
 * HTML of the platform as lines of plain text: a blank line between paragraphs, list items with markers, line breaks kept.
 * Otherwise like `plainText`, with the same words.
 */
export function plainLines(html: string): string {
  if (!holdsTags(html) && !html.includes("<!--")) return literalLines(decodeEntities(html));
  const read = literalLines(new HtmlLines(html).read());
  return read === "" ? literalLines(html) : read;
}

/** Text that is not HTML, such as a visitor's: its lines as typed, without blank lines around it. */
export function literalLines(text: string): string {
  const lines = withoutBidiControls(cleanLink(replaceVariableTokens(text)))
    .split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/)
    .map((line) => line.trimEnd());
  const first = lines.findIndex((line) => line !== "");
  const last = lines.findLastIndex((line) => line !== "");
  return lines.slice(Math.max(0, first), last + 1).join("\n");
}

const maxListDepth = 20;

class HtmlLines {
  private readonly parts: string[] = [];
  /** Line breaks before the next words. */
  private breaks = 0;
  private readonly lists: { point: number | null }[] = [];
  private mark = "";
  private cells = 0;

  constructor(private readonly html: string) {}

  read(): string {
    visitHtml(this.html, { text: (text) => this.addText(text), tag: (tag) => this.addTag(tag) });
    return this.parts.join("");
  }

  private addText(text: string): void {
    // Between blocks and at the beginning, line breaks of the source are ignored.
    const isBetweenBlocks = this.breaks > 0 || this.parts.length === 0;
    const words = decodeEntities(text).replace(/[^\S\n]+/g, " ");
    const shown = isBetweenBlocks ? words.replace(/^\s+/, "") : words;
    if (shown === "") return;
    this.flush();
    this.parts.push(shown);
  }

  private flush(): void {
    if (this.parts.length > 0) this.parts.push("\n".repeat(this.breaks));
    this.breaks = 0;
    this.parts.push(this.mark);
    this.mark = "";
  }

  private addTag(tag: Tag): void {
    const { name, closing } = tag;
    if (name === "br") {
      if (this.breaks === 0) this.breaks = 1;
      else if (!closing) this.breaks = Math.min(this.breaks + 1, 2);
    } else if (name === "img") this.addText(alternativeText(this.html, tag));
    else if ((name === "td" || name === "th") && !closing) this.addCell();
    else if (name === "ul" || name === "ol") this.addList(name, closing);
    else if (paragraphs.has(name)) this.breakLine(2);
    else if (blocks.has(name)) this.breakLine(1);
    if (name === "li" && !closing) this.mark = this.pointMark();
    if (name === "tr") {
      this.cells = 0;
      this.mark = "";
    }
  }

  private addCell(): void {
    if (this.cells > 0) this.mark += " | ";
    this.cells += 1;
  }

  private addList(name: string, closing: boolean): void {
    this.breakLine(this.lists.length > (closing ? 1 : 0) ? 1 : 2);
    if (closing) this.lists.pop();
    else if (this.lists.length < maxListDepth) this.lists.push({ point: name === "ol" ? 0 : null });
  }

  private pointMark(): string {
    const list = this.lists.at(-1);
    const indent = "  ".repeat(Math.max(0, this.lists.length - 1));
    if (list === undefined || list.point === null) return `${indent}- `;
    list.point += 1;
    return `${indent}${list.point}. `;
  }

  private breakLine(lines: number): void {
    this.breaks = Math.max(this.breaks, lines);
  }
}
