import { actorName } from "@/components/ui/actor-name";
import { classNames } from "@/components/ui/class-names";
import type { SearchHit, Summary } from "@/lib/conversation/conversation";
import { Highlight, Marked } from "./highlight";
import { shownHit } from "./hit-of-search";
import { preview } from "./preview";

interface RowPreviewProps {
  summary: Summary;
  sought: string | undefined;
}

/** The line under a row's title: where the words that are searched for stand, else the last message. */
export function RowPreview({ summary, sought }: RowPreviewProps) {
  const hit = shownHit(summary);
  if (hit !== null) return <HitLine hit={hit} count={summary.hits?.count ?? 1} />;
  const { by, text } = preview(summary);
  return (
    <span className="col-start-2 truncate text-sm text-muted">
      {by && <span>{by}: </span>}
      <span className={classNames(by !== null && "text-text/80")}>
        <Highlight text={text} sought={sought} />
      </span>
    </span>
  );
}

function HitLine({ hit, count }: { hit: SearchHit; count: number }) {
  const source = sourceOf(hit);
  return (
    <span className="col-start-2 flex min-w-0 items-baseline gap-2 text-sm text-muted">
      <span className="min-w-0 flex-1 truncate" title={hit.text}>
        {source && <span>{source}: </span>}
        <span className="text-text/80">
          <Marked text={hit.text} matches={[hit]} />
        </span>
      </span>
      {count > 1 && <span className="tabular shrink-0 text-2xs">{count.toLocaleString("en")} hits</span>}
    </span>
  );
}

/** Who said it, or where it stands. What the visitor wrote needs no word. */
function sourceOf({ kind, by }: SearchHit): string | null {
  const fixed = sources[kind];
  if (fixed) return fixed;
  return kind === "message" && by !== null && by.type !== "visitor" ? actorName(by) : null;
}

const sources: Partial<Record<SearchHit["kind"], string>> = {
  answer: "Answer",
  note: "Note",
  visitor: "Visitor",
  key: "Key",
};
