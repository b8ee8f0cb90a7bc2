import type { Transcript } from "./transcript";

const style = `body{font:14px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1d1d1b}
dl{display:grid;grid-template-columns:max-content 1fr;gap:0 1rem;color:#6b6b66}dd{margin:0}
ol{list-style:none;padding:0}li{margin:.75rem 0;white-space:pre-wrap;overflow-wrap:anywhere}
time{color:#6b6b66;font-size:.85em}.system{color:#6b6b66;font-style:italic}.note{background:#fff6d6;padding:.5rem .75rem}`;

/** A transcript as a page of its own, without scripts; what was said stands in it as text. */
export function transcriptHtml({ title, facts, lines }: Transcript): string {
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${asText(title)}</title><style>${style}</style></head>`,
    `<body><h1>${asText(title)}</h1>`,
    `<dl>${facts.map(({ name, value }) => `<dt>${asText(name)}</dt><dd>${asText(value)}</dd>`).join("")}</dl>`,
    "<ol>",
    ...lines.map(({ at, speaker, isNote, text }) => {
      const time = `<time datetime="${at.replace(" ", "T")}Z">${at}</time>`;
      if (speaker === null) return `<li class="system" dir="auto">${time} ${asText(text)}</li>`;
      const heading = `<strong>${asText(speaker)}</strong>${isNote ? " (note)" : ""} ${time}`;
      return `<li${isNote ? ' class="note"' : ""} dir="auto">${heading}<br>${asText(text)}</li>`;
    }),
    "</ol></body></html>",
  ].join("\n");
}

const entities: Partial<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function asText(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
