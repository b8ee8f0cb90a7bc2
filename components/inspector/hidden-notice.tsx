import type { EntryFiltering } from "./use-entry-filter";

/** Shows how many entries the filter hides, with a button to show them. */
export function HiddenNotice({ filtering, total }: { filtering: EntryFiltering; total: number }) {
  const { filter, counts, showAll } = filtering;
  if (filter.kinds === null && filter.voices === null) return null;
  return (
    <div
      role="status"
      className="tabular flex shrink-0 items-center gap-2 border-b border-line bg-hover px-4 py-1.5 text-sm text-muted"
    >
      {counts.hidden.toLocaleString("en")} of {total.toLocaleString("en")} entries hidden
      <button
        type="button"
        onClick={showAll}
        className="ml-auto rounded text-text underline underline-offset-2 hover:no-underline print:hidden"
      >
        Show all
      </button>
    </div>
  );
}
