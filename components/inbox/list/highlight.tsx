import { findMatches, type Match } from "@/lib/search/find-matches";

interface HighlightProps {
  text: string;
  sought: string | undefined;
}

/** `text` with each place marked where `sought` stands, as search finds it. What it is written in leaves its surroundings alone. */
export function Highlight({ text, sought }: HighlightProps) {
  return <Marked text={text} matches={sought ? findMatches(text, [sought]) : []} />;
}

/** `text` with these places marked; they follow each other. */
export function Marked({ text, matches }: { text: string; matches: readonly Match[] }) {
  return (
    <bdi>
      {matches.map(({ start, end }, place) => (
        <span key={start}>
          {text.slice(matches[place - 1]?.end ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(matches.at(-1)?.end ?? 0)}
    </bdi>
  );
}
