"use client";

import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, use, useMemo, useState } from "react";
import { ErrorState } from "@/components/ui/error-state";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import { Skeleton } from "@/components/ui/skeleton";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import { RawEvent } from "./raw-event";

interface RawDrawer {
  /** Opens the drawer with the raw event. */
  show: (eventId: string) => void;
}

const RawDrawerContext = createContext<RawDrawer | null>(null);

/** Provides the drawer with an event exactly as received, which any entry of the page can open. */
export function RawDrawerProvider({ children }: { children: ReactNode }) {
  const [eventId, setEventId] = useState<string | null>(null);
  const drawer = useMemo(() => ({ show: setEventId }), []);
  return (
    <RawDrawerContext value={drawer}>
      {children}
      <Sheet open={eventId !== null} onOpenChange={(open) => !open && setEventId(null)}>
        <SheetContent side="right" title="Event as received" className="w-[min(36rem,calc(100vw-1.5rem))]!">
          {eventId !== null && <LoadedEvent eventId={eventId} />}
        </SheetContent>
      </Sheet>
    </RawDrawerContext>
  );
}

export function useRawDrawer(): RawDrawer {
  const drawer = use(RawDrawerContext);
  if (!drawer) throw new Error("useRawDrawer is used outside RawDrawerProvider");
  return drawer;
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
