import { findMatches, type Match } from "@/lib/search/find-matches";

interface HighlightProps {
  text: string;
  searchText: string | undefined;
}

/** `text` with each place marked where `searchText` stands, as search finds it. What it is written in leaves its surroundings alone. */
export function Highlight({ text, searchText }: HighlightProps) {
  return <Marked text={text} matches={searchText ? findMatches(text, [searchText]) : []} />;
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
