import type { ReactNode } from "react";
import { Skeleton } from "@/components/ui/skeleton";

const bubbles = [
  { width: "w-72", height: "h-20", side: "self-end" },
  { width: "w-52", height: "h-9", side: "self-start" },
  { width: "w-80", height: "h-28", side: "self-end" },
  { width: "w-64", height: "h-9", side: "self-start" },
  { width: "w-44", height: "h-9", side: "self-end" },
];

/** A placeholder with the conversation's layout, so that nothing moves when it is loaded. */
interface InspectorSkeletonProps {
  title?: string;
  /** Shown in place of the timeline. */
  children?: ReactNode;
}

export function InspectorSkeleton({ title, children }: InspectorSkeletonProps) {
  return (
    <div
      role="status"
      aria-label="Loading the conversation"
      data-conversation-loading=""
      className="flex h-full min-h-0 w-full"
    >
      <div className="flex min-w-0 flex-1 flex-col">
        <div className="flex h-13 shrink-0 items-center gap-3 border-b border-line bg-pane px-4">
          {title === undefined ? (
            <Skeleton className="h-4 w-40" />
          ) : (
            <h1 dir="auto" className="min-w-0 truncate text-lg font-semibold">
              {title}
            </h1>
          )}
          <Skeleton className="h-4 w-12 rounded-full" />
        </div>
        {children ?? (
          <div className="flex flex-1 flex-col justify-end gap-5 overflow-hidden bg-background px-6 py-6">
            {bubbles.map(({ width, height, side }) => (
              <Skeleton key={`${width}-${height}`} className={`max-w-full rounded-2xl! ${width} ${height} ${side}`} />
            ))}
          </div>
        )}
        <div className="shrink-0 border-t border-line bg-pane px-4 pt-3 pb-1.5">
          <Skeleton className="mb-[9px] h-10" />
          <div className="mt-1 flex h-8 items-center justify-between coarse:h-10">
            <Skeleton className="h-6 w-44" />
            <Skeleton className="h-4 w-32" />
          </div>
        </div>
      </div>
      <div
        data-state-panel=""
        className="hidden w-86 shrink-0 space-y-4 border-l border-line bg-pane p-4 min-[900px]:block"
      >
        <div className="flex items-center gap-3">
          <Skeleton className="size-9 rounded-full!" />
          <Skeleton className="h-4 w-32" />
        </div>
        {["w-4/5", "w-3/5", "w-5/6", "w-2/3", "w-3/4"].map((width) => (
          <Skeleton key={width} className={`h-3 ${width}`} />
        ))}
      </div>
    </div>
  );
}
