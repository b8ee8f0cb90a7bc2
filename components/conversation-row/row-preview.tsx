import { classNames } from "@/components/ui/class-names";
import type { SearchHit, Summary } from "@/lib/conversation/conversation";
import { actorName } from "@/lib/events/actor-name";
import { Highlight, Marked } from "./highlight";
import { shownHit } from "./hit-of-search";
import { preview } from "./preview";

interface RowPreviewProps {
  summary: Summary;
  searchText: string | undefined;
  className?: string;
}

/** A one-line preview of a conversation: the search hit if there is one, otherwise the last message. */
export function RowPreview({ summary, searchText, className }: RowPreviewProps) {
  const hit = shownHit(summary);
  const { by, text } = hit === null ? preview(summary) : { by: sourceOf(hit), text: hit.text };
  const count = summary.hits?.count ?? 0;
  return (
    <span className={classNames("flex min-w-0 items-baseline gap-2 text-sm text-muted", className)}>
      <span dir="auto" className="min-w-0 flex-1 truncate" title={hit?.text}>
        {by && (
          <>
            <bdi>{by}:</bdi>{" "}
          </>
        )}
        <span className={classNames((by !== null || hit !== null) && "text-text/80")}>
          {hit === null ? <Highlight text={text} searchText={searchText} /> : <Marked text={text} matches={[hit]} />}
        </span>
      </span>
      {hit !== null && count > 1 && (
        <span className="tabular shrink-0 text-2xs">{count.toLocaleString("en")} hits</span>
      )}
    </span>
  );
}

/** The speaker of a hit, or the field it is in. Null for the visitor's messages. */
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
