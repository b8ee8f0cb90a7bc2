import type { Transcript } from "./transcript";

/** A transcript as plain text. */
export function transcriptText({ title, facts, lines }: Transcript): string {
  const width = Math.max(...facts.map(({ name }) => name.length));
  return [
    title,
    ...facts.map(({ name, value }) => `${name.padEnd(width)}  ${value}`),
    "",
    ...lines.flatMap(({ at, speaker, isNote, text, gaps }) => [
      speaker === null ? `[${at}] — ${text}` : `[${at}] ${speaker}${isNote ? " (note)" : ""}: ${text}`,
      ...gaps.map((gap) => `[${at}] ! Gap: ${gap}`),
    ]),
    "",
  ].join("\n");
}
