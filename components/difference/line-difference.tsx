"use client";

import { useMemo, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { changedPart } from "./changed-part";
import { type LineChange, lineChanges } from "./line-changes";

const shownAtFirst = 40;

/** Two texts as one, with removed and added lines. */
export function LineDifference({ before, after }: { before: string; after: string }) {
  const [shown, setShown] = useState(shownAtFirst);
  const lines = useMemo(() => lineChanges(before, after), [before, after]);
  return (
    <span className="block overflow-hidden rounded-md border border-line bg-background font-mono text-2xs leading-4.5">
      {lines.slice(0, shown).map((line, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and a new difference is drawn anew
        <Line key={place} line={line} partner={partnerOf(lines, place)} />
      ))}
      {lines.length > shown && (
        <button
          type="button"
          onClick={() => setShown(shown * 10)}
          className="w-full px-2 py-0.5 text-left font-sans text-muted underline underline-offset-2 hover:text-text"
        >
          {lines.length - shown} more lines
        </button>
      )}
    </span>
  );
}

function Line({ line, partner }: { line: LineChange; partner: string | null }) {
  if (line.kind === "skipped")
    return (
      <span className="block border-y border-line px-2 font-sans text-faint first:border-t-0 last:border-b-0">
        {line.count} unchanged {line.count === 1 ? "line" : "lines"}
      </span>
    );
  const { start, end } = partner === null ? { start: 0, end: 0 } : changedPart(line.text, partner);
  const { sign, said, look, mark } = kinds[line.kind];
  return (
    <span className={classNames("flex gap-1.5 px-2 [overflow-wrap:anywhere] whitespace-pre-wrap", look)}>
      <span aria-hidden="true" className="w-2 shrink-0 select-none">
        {sign}
      </span>
      {said && <span className="sr-only">{said}</span>}
      <span className="min-w-0">
        {line.text.slice(0, start)}
        {end > start && <span className={mark}>{line.text.slice(start, end)}</span>}
        {line.text.slice(Math.max(start, end)) || (line.text === "" && "\u200b")}
      </span>
    </span>
  );
}

/** For a line replaced by one other line: the counterpart, so that only the differing part is marked. */
function partnerOf(lines: readonly LineChange[], place: number): string | null {
  const kind = (offset: number) => lines[place + offset]?.kind;
  const text = (offset: number) => {
    const line = lines[place + offset];
    return line && line.kind !== "skipped" ? line.text : null;
  };
  if (kind(0) === "gone" && kind(1) === "new" && kind(-1) !== "gone" && kind(2) !== "new") return text(1);
  if (kind(0) === "new" && kind(-1) === "gone" && kind(1) !== "new" && kind(-2) !== "gone") return text(-1);
  return null;
}

const kinds = {
  same: { sign: "", said: "", look: "text-muted", mark: "" },
  gone: { sign: "−", said: "removed: ", look: "bg-danger-soft text-danger", mark: "underline decoration-2" },
  new: { sign: "+", said: "added: ", look: "bg-agent-soft text-agent", mark: "underline decoration-2" },
};
