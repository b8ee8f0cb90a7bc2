import type { Transcript, TranscriptLine } from "./transcript";

/**
 * A transcript as plain text, in pieces. The further lines of a message are indented, so that none of them can pass for a line of
 * the transcript.
 */
export function* transcriptText({ title, facts, lines }: Transcript): Generator<string> {
  const width = Math.max(...facts.map(({ name }) => name.length));
  yield `${title}\n`;
  for (const { name, value } of facts) yield `${name.padEnd(width)}  ${value}\n`;
  yield "\n";
  for (const line of lines) yield entry(line);
}

function entry({ at, speaker, isNote, said, warnings }: TranscriptLine): string {
  const words = said().replaceAll("\n", "\n    ").replace(/^ +$/gm, "");
  const own = speaker === null ? `[${at}] — ${words}` : `[${at}] ${speaker}${isNote ? " (note)" : ""}: ${words}`;
  return `${[own, ...warnings.map(({ name, value }) => `[${at}] ! ${name}: ${value}`)].join("\n")}\n`;
}
