import type { Transcript } from "./transcript";

/** A transcript as Markdown; what was said cannot become markup. */
export function transcriptMarkdown({ title, facts, lines }: Transcript): string {
  return [
    `# ${literal(title)}`,
    "",
    ...facts.map(({ name, value }) => `- **${name}**: ${literal(value)}`),
    "",
    ...lines.flatMap(({ at, speaker, isNote, text, gaps }) => {
      const missing = gaps.flatMap((gap) => [`**Gap**: ${literal(gap)}`, ""]);
      if (speaker === null) return [`*${at} — ${literal(text)}*`, "", ...missing];
      const quote = isNote ? "> " : "";
      const heading = `${quote}**${literal(speaker)}**${isNote ? " (note)" : ""} · ${at}  `;
      return [heading, `${quote}${literal(text)}`, "", ...missing];
    }),
  ].join("\n");
}

/** Every sign that Markdown may read as markup, the colon of bare links included, is escaped. */
function literal(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>()#+\-.!|~&:]/g, "\\$&");
}
