"use client";

import { Unplug } from "lucide-react";
import { useOffline } from "next/offline";
import { useEffect, useState, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import {
  serverConnection,
  serverConnectionOnServer,
  subscribeToServerConnection,
  tryServer,
} from "@/lib/api/client/server-connection";

/**
 * A bar above every page while the server does not answer, with the time of the next attempt. The page's content stays visible.
 */
export function LostServerBar() {
  const { isLost, nextTryAt } = useSyncExternalStore(
    subscribeToServerConnection,
    serverConnection,
    serverConnectionOnServer,
  );
  // Next notices first if a navigation gets no answer; it repeats the navigation itself.
  const isNavigationBlocked = useOffline();
  useEffect(() => {
    if (isNavigationBlocked) void tryServer();
  }, [isNavigationBlocked]);
  if (!isLost) return null;
  return (
    <div
      data-lost-server
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b bg-warning-soft px-4 py-1.5 text-sm"
    >
      <Unplug aria-hidden="true" className="size-4 shrink-0 text-warning" />
      <p role="alert" className="min-w-0 text-pretty">
        <strong className="font-medium">Playhead can’t be reached.</strong> What you see may be out of date.
      </p>
      <span className="ms-auto text-muted tabular-nums">
        {nextTryAt === null ? "Trying again…" : <Countdown key={nextTryAt} until={nextTryAt} />}
      </span>
      <Button size="small" disabled={nextTryAt === null} onClick={() => void tryServer()}>
        Try now
      </Button>
    </div>
  );
}

function Countdown({ until }: { until: number }) {
  const [seconds, setSeconds] = useState(() => secondsUntil(until));
  useEffect(() => {
    const timer = setInterval(() => setSeconds(secondsUntil(until)), 250);
    return () => clearInterval(timer);
  }, [until]);
  return `Trying again in ${seconds} s`;
}

function secondsUntil(time: number): number {
  return Math.max(1, Math.ceil((time - Date.now()) / 1000));
}
