import type { Transcript } from "./transcript";

/** A transcript as Markdown; what was said cannot become markup. */
export function transcriptMarkdown({ title, facts, lines }: Transcript): string {
  return [
    `# ${escape(title)}`,
    "",
    ...facts.map(({ name, value }) => `- **${name}**: ${escape(value)}`),
    "",
    ...lines.flatMap(({ at, speaker, isNote, text }) => {
      if (speaker === null) return [`*${at} — ${escape(text)}*`, ""];
      const quote = isNote ? "> " : "";
      return [`${quote}**${escape(speaker)}**${isNote ? " (note)" : ""} · ${at}  `, `${quote}${escape(text)}`, ""];
    }),
  ].join("\n");
}

/** Every sign that Markdown may read as markup, the colon of bare links included, is escaped. */
function escape(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>()#+\-.!|~&:]/g, "\\$&");
}
