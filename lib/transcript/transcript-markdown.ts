import { emphasizedLine, markdownLine, markdownLines } from "./markdown-text";
import type { Transcript, TranscriptLine } from "./transcript";

/**
 * A transcript as Markdown, in pieces. What was said is quoted, line by line, so that no line of a message can pass for one of
 * the transcript, and it cannot become markup.
 */
export function* transcriptMarkdown({ title, facts, lines }: Transcript): Generator<string> {
  yield `# ${markdownLine(title)}\n\n`;
  for (const { name, value } of facts) yield `- **${name}**: ${markdownLine(value)}\n`;
  yield "\n";
  for (const line of lines) yield entry(line);
}

function entry({ at, speaker, isNote, said, warnings }: TranscriptLine): string {
  const heading = `**${emphasizedLine(speaker ?? "")}**${isNote ? " (note)" : ""} · ${at}`;
  const quoted = () => markdownLines(said()).map((line) => `> ${line}`.replace(/^> $/, ">"));
  const own = speaker === null ? [`*${at} — ${emphasizedLine(said())}*`] : [heading, "", ...quoted()];
  const marks = warnings.flatMap(({ name, value }) => ["", `**${name}**: ${markdownLine(value)}`]);
  return `${[...own, ...marks].join("\n")}\n\n`;
}
