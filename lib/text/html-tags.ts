const known = new Set(
  "a abbr address area article aside audio b base bdi bdo big blockquote body br button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark marquee math menu meta meter nav noscript object ol optgroup option output p param picture pre progress q rp rt ruby s samp script section select slot small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr".split(
    " ",
  ),
);

const opening = /<(\/?)([a-z][a-z0-9]*)(?=[\s/>])/iy;
const quotedTail = /(?:[^>"']|"[^"]*"|'[^']*')*>/y;
const maxQuotedTagLength = 1000;

export interface Tag {
  /** Lower case. */
  name: string;
  closing: boolean;
  start: number;
  /** Just after the `>`. */
  end: number;
}

/**
 * Finds the HTML tags of a text. Only HTML elements count as tags: `1 <3` and `<order number>` are typed text. Linear in the
 * length of hostile text if scanned from left to right.
 */
export class TagScanner {
  private nextClosing = -2;
  /** Limit of characters read for quoted attributes, which hostile tags can overlap. */
  private quotedBudget: number;

  constructor(private readonly html: string) {
    this.quotedBudget = html.length + maxQuotedTagLength;
  }

  /** The tag that begins at `start`, or null. */
  tagAt(start: number): Tag | null {
    opening.lastIndex = start;
    const match = opening.exec(this.html);
    const name = match?.[2]?.toLowerCase();
    if (match === null || name === undefined || !known.has(name)) return null;
    const end = this.tagEnd(opening.lastIndex);
    return end === -1 ? null : { name, closing: match[1] === "/", start, end };
  }

  private tagEnd(from: number): number {
    if (this.nextClosing !== -1 && this.nextClosing < from) this.nextClosing = this.html.indexOf(">", from);
    const closing = this.nextClosing;
    if (closing === -1 || closing - from >= maxQuotedTagLength || this.quotedBudget <= 0) return closing + 1 || -1;
    const piece = this.html.slice(from, from + maxQuotedTagLength);
    quotedTail.lastIndex = 0;
    const isQuoted = quotedTail.test(piece);
    this.quotedBudget -= isQuoted ? quotedTail.lastIndex : piece.length;
    return isQuoted ? from + quotedTail.lastIndex : closing + 1;
  }
}

/** Whether the text contains an HTML tag and has to be parsed as HTML. */
export function holdsTags(text: string): boolean {
  const scanner = new TagScanner(text);
  const lastClosing = text.lastIndexOf(">");
  for (let index = text.indexOf("<"); index !== -1 && index < lastClosing; index = text.indexOf("<", index + 1)) {
    if (scanner.tagAt(index) !== null) return true;
  }
  return false;
}
