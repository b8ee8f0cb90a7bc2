import { findMatches, type Match } from "@/lib/search/find-matches";

interface HighlightProps {
  text: string;
  searchText: string | undefined;
}

/** `text` with each match of `searchText` marked, matched as search does. Inherits its styles. */
export function Highlight({ text, searchText }: HighlightProps) {
  return <Marked text={text} matches={searchText ? findMatches(text, [searchText]) : []} />;
}

/** `text` with the given ranges marked; they are in order. */
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
