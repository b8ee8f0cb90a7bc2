"use client";

import { createContext, lazy, type ReactNode, Suspense, use, useMemo, useState } from "react";
import { useCan } from "@/components/access/viewer-context";

const RawSheet = lazy(() => import("./raw-sheet"));

interface RawDrawer {
  /** Opens the drawer with the raw event; null for those who may not see it. */
  show: ((eventId: string) => void) | null;
}

const RawDrawerContext = createContext<RawDrawer | null>(null);

/** Provides the drawer with an event exactly as received, which any entry of the page can open. */
export function RawDrawerProvider({ children }: { children: ReactNode }) {
  const [eventId, setEventId] = useState<string | null>(null);
  const canShow = useCan("raw");
  const drawer = useMemo(() => ({ show: canShow ? setEventId : null }), [canShow]);
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
