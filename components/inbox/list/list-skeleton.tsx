import { rowHeight as comfortable } from "@/components/conversation-row/conversation-row";
import { classNames } from "@/components/ui/class-names";
import { Skeleton } from "@/components/ui/skeleton";

/** Placeholder rows, with the position and height of the rows to come. */
export function ListSkeleton({
  rows = 12,
  rowHeight = comfortable,
}: {
  rows?: number | undefined;
  rowHeight?: number | undefined;
}) {
  return (
    <div aria-hidden="true">
      {Array.from({ length: rows }, (_, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: nothing else tells them apart
          key={index}
          style={{ height: rowHeight }}
          className="grid grid-cols-[1.375rem_minmax(0,1fr)] content-center gap-y-2 border-b border-line px-3.5"
        >
          <Skeleton className="mt-0.5 size-3.5 rounded-full" />
          <span className="flex justify-between">
            <Skeleton className={`h-3.5 ${titleWidths[index % titleWidths.length]}`} />
            <Skeleton className="h-3 w-9" />
          </span>
          <Skeleton className={`col-start-2 h-3 ${previewWidths[index % previewWidths.length]}`} />
          <span className={classNames("col-start-2 flex justify-between", rowHeight < comfortable && "hidden")}>
            <Skeleton className="h-4 w-16 rounded-full" />
            <Skeleton className="h-4 w-14" />
          </span>
        </div>
      ))}
    </div>
  );
}

const titleWidths = ["w-28", "w-36", "w-24", "w-32"];
const previewWidths = ["w-11/12", "w-2/3", "w-5/6", "w-1/2", "w-3/4"];
