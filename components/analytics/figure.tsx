import { Download } from "lucide-react";
import { type ReactNode, useId } from "react";
import { classNames } from "@/components/ui/class-names";

interface FigureProps {
  title: string;
  /** What it shows, in one sentence. */
  finding: ReactNode;
  /** The address of its numbers as a CSV file. */
  csv: string;
  /** More about the numbers, for example a legend. */
  notes?: ReactNode;
  controls?: ReactNode;
  /** Without one, the table is always shown. */
  chart?: ReactNode;
  /** Without a frame: its parts have their own. */
  isPlain?: boolean;
  /** The chart needs at least the width of a small tablet: below it, the table replaces it. */
  isWide?: boolean;
  /** The same, but the chart follows the table. */
  isTableFirst?: boolean;
  table: ReactNode;
}

/** A chart, and the table with its numbers: one of them is shown. On the narrowest screens the table comes first. */
export function Figure({
  title,
  finding,
  csv,
  notes,
  controls,
  chart,
  isPlain,
  isWide = false,
  isTableFirst = false,
  table,
}: FigureProps) {
  const headingId = useId();
  return (
    <section
      aria-labelledby={headingId}
      className={classNames("@container", !isPlain && "rounded-xl border border-line bg-pane px-4 pt-3 pb-4")}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id={headingId} className="text-sm font-medium">
          {title}
        </h2>
        <div className="ml-auto flex flex-wrap items-center gap-1">
          {controls}
          <a
            href={csv}
            download
            className="flex h-7 items-center gap-1.5 rounded-md px-1.5 text-xs whitespace-nowrap text-muted hover:bg-hover hover:text-text coarse:h-9"
          >
            <Download aria-hidden="true" className="size-3.5" /> Download CSV
            <span className="sr-only"> of {title}</span>
          </a>
        </div>
      </div>
      <p className="mb-3 text-sm text-pretty">{finding}</p>
      <div className="flex flex-col gap-4">
        {chart !== undefined && (
          <div className={classNames("group-data-tables/figures:hidden", isWide && "hidden @3xl:block")}>{chart}</div>
        )}
        <section
          className={classNames(
            "max-h-200 overflow-auto @max-[18rem]:-order-1",
            chart !== undefined && "group-data-tables/figures:block",
            chart !== undefined && (isWide || isTableFirst ? "@3xl:hidden" : "@min-[18rem]:hidden"),
            isTableFirst && "@max-3xl:-order-1",
          )}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it
          tabIndex={0}
          aria-label={`Table: ${title}`}
        >
          {table}
        </section>
      </div>
      {notes && <div className="mt-2 text-2xs text-muted">{notes}</div>}
    </section>
  );
}
