import { emphasizedLine, markdownLine, markdownLines } from "./markdown-text";
import type { TranscriptForm, TranscriptLine } from "./transcript";

/**
 * A transcript as Markdown. Messages are quoted line by line, so that no line of a message looks like part of the transcript or
 * becomes markup.
 */
export const transcriptMarkdown: TranscriptForm = {
  head: ({ title, facts }) => {
    const lines = facts.map(({ name, value }) => `- **${name}**: ${markdownLine(value)}`);
    return [`# ${markdownLine(title)}`, "", ...lines, "", ""].join("\n");
  },
  entry,
  end: () => "",
};

function entry({ at, speaker, isNote, said, warnings }: TranscriptLine): string {
  const heading = `**${emphasizedLine(speaker ?? "")}**${isNote ? " (note)" : ""} · ${at}`;
  const quoted = () => markdownLines(said()).map((line) => `> ${line}`.replace(/^> $/, ">"));
  const own = speaker === null ? [`*${at} — ${emphasizedLine(said())}*`] : [heading, "", ...quoted()];
  const marks = warnings.flatMap(({ name, value }) => ["", `**${name}**: ${markdownLine(value)}`]);
  return `${[...own, ...marks].join("\n")}\n\n`;
}
