import { Skeleton } from "@/components/ui/skeleton";

/** A placeholder for the strip while the earlier events of a long conversation are loading. */
export function PlayheadBarSkeleton({ eventCount }: { eventCount: number }) {
  return (
    <div role="status" data-print="hide" className="shrink-0 border-t border-line bg-pane px-4 pt-3 pb-1.5">
      <Skeleton className="mb-[9px] h-10" />
      <span className="tabular mt-1 flex h-8 items-center text-xs text-muted coarse:h-10">
        Loading {eventCount.toLocaleString("en")} events…
      </span>
    </div>
  );
}
