import { escapeHtml } from "./escape-html";
import { transcriptStyle } from "./transcript-style";

/**
 * The beginning of a self-contained HTML file, up to its body: its own policy forbids scripts, pictures and requests.
 *
 * @param style CSS, after the transcripts' own
 */
export function documentHead(title: string, style: string): string {
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<meta name="referrer" content="no-referrer"><title>${escapeHtml(title)}</title><style>${transcriptStyle}${style}</style></head>`,
  ].join("\n");
}

/** An entry of a `<dl>`. */
export function factHtml(name: string, value: string): string {
  return `<dt>${escapeHtml(name)}</dt><dd dir="auto">${escapeHtml(value)}</dd>`;
}
