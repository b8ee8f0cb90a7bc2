import { Skeleton } from "@/components/ui/skeleton";

/** Holds the strip's place while the earlier events of a long conversation are still on their way. */
export function PlayheadBarSkeleton({ eventCount }: { eventCount: number }) {
  return (
    <div
      role="status"
      data-print="hide"
      className="flex h-16.5 shrink-0 items-center gap-4 border-t border-line bg-pane px-4 max-md:h-25"
    >
      <Skeleton className="h-8 w-44 max-md:hidden" />
      <Skeleton className="h-8 flex-1" />
      <span className="tabular text-xs text-muted">Loading {eventCount.toLocaleString("en")} events…</span>
    </div>
  );
}
