import type { Transcript } from "./transcript";

/** A transcript as Markdown; what was said cannot become markup. */
export function transcriptMarkdown({ title, facts, lines }: Transcript): string {
  return [
    `# ${literal(title)}`,
    "",
    ...facts.map(({ name, value }) => `- **${name}**: ${literal(value)}`),
    "",
    ...lines.flatMap(({ at, speaker, isNote, text }) => {
      if (speaker === null) return [`*${at} — ${literal(text)}*`, ""];
      const quote = isNote ? "> " : "";
      return [`${quote}**${literal(speaker)}**${isNote ? " (note)" : ""} · ${at}  `, `${quote}${literal(text)}`, ""];
    }),
  ].join("\n");
}

/** Every sign that Markdown may read as markup, the colon of bare links included, is escaped. */
function literal(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>()#+\-.!|~&:]/g, "\\$&");
}
