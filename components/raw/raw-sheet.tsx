"use client";

import { useQuery } from "@tanstack/react-query";
import { ErrorState } from "@/components/ui/error-state";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import { Skeleton } from "@/components/ui/skeleton";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import RawEvent from "./raw-event";

/** The drawer itself; loaded when it opens. */
export default function RawSheet({ eventId, onClose }: { eventId: string; onClose: () => void }) {
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent side="right" title="Event as received" className="w-[min(36rem,calc(100vw-1.5rem))]!">
        <LoadedEvent eventId={eventId} />
      </SheetContent>
    </Sheet>
  );
}

function LoadedEvent({ eventId }: { eventId: string }) {
  const { data, error, refetch } = useQuery({
    ...queryOf(endpoints.getEvent, { path: { id: eventId } }),
    // Events never change.
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (data) return <RawEvent event={data} />;
  if (error) {
    return (
      <ErrorState title="This event could not be loaded" onRetry={() => void refetch()}>
        {error.message}
      </ErrorState>
    );
  }
  return (
    <div role="status" aria-label="Loading the event" className="space-y-3 p-4">
      {["w-3/5", "w-4/5", "w-2/5", "w-3/4", "w-1/2"].map((width) => (
        <Skeleton key={width} className={`h-3 ${width}`} />
      ))}
    </div>
  );
}
