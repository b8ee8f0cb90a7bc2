import type { TranscriptForm, TranscriptLine } from "./transcript";

/** A transcript as plain text. Continuation lines of a message are indented, so that none looks like part of the transcript. */
export const transcriptText: TranscriptForm = {
  head: ({ title, facts }) => {
    const width = Math.max(...facts.map(({ name }) => name.length));
    return [title, ...facts.map(({ name, value }) => `${name.padEnd(width)}  ${value}`), "", ""].join("\n");
  },
  entry,
  end: () => "",
};

function entry({ at, speaker, isNote, said, warnings }: TranscriptLine): string {
  const words = said().replaceAll("\n", "\n    ").replace(/^ +$/gm, "");
  const own = speaker === null ? `[${at}] — ${words}` : `[${at}] ${speaker}${isNote ? " (note)" : ""}: ${words}`;
  return `${[own, ...warnings.map(({ name, value }) => `[${at}] ! ${name}: ${value}`)].join("\n")}\n`;
}
