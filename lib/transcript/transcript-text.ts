import type { Transcript } from "./transcript";

/** A transcript as plain text. */
export function transcriptText({ title, facts, lines }: Transcript): string {
  const width = Math.max(...facts.map(({ name }) => name.length));
  return [
    title,
    ...facts.map(({ name, value }) => `${name.padEnd(width)}  ${value}`),
    "",
    ...lines.map(({ at, speaker, isNote, text }) => {
      if (speaker === null) return `[${at}] — ${text}`;
      return `[${at}] ${speaker}${isNote ? " (note)" : ""}: ${text}`;
    }),
    "",
  ].join("\n");
}
