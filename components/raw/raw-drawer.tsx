"use client";

import { createContext, lazy, type ReactNode, Suspense, use, useMemo, useState } from "react";

const RawSheet = lazy(() => import("./raw-sheet"));

interface RawDrawer {
  /** Opens the drawer with this event as it was received. */
  show: (eventId: string) => void;
}

const RawDrawerContext = createContext<RawDrawer | null>(null);

/** Holds the drawer that shows an event exactly as it was received; any entry of the page can open it. */
export function RawDrawerProvider({ children }: { children: ReactNode }) {
  const [eventId, setEventId] = useState<string | null>(null);
  const drawer = useMemo(() => ({ show: setEventId }), []);
  return (
    <RawDrawerContext value={drawer}>
      {children}
      {eventId !== null && (
        <Suspense>
          <RawSheet eventId={eventId} onClose={() => setEventId(null)} />
        </Suspense>
      )}
    </RawDrawerContext>
  );
}

export function useRawDrawer(): RawDrawer {
  const drawer = use(RawDrawerContext);
  if (!drawer) throw new Error("useRawDrawer is used outside RawDrawerProvider");
  return drawer;
}
