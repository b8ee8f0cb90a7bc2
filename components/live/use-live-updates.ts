"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { announceStart, ChangeAnnouncer } from "./announce-changes";
import { type LiveState, watchChanges } from "./watch-changes";

/**
 * Keeps the query cache up to date with the stored events. Call it once, near the root of the signed-in pages.
 *
 * @returns how changes arrive: `connecting`, `live` (streamed), `polling` or `offline`
 */
export function useLiveUpdates(): LiveState {
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>("connecting");

  useEffect(() => {
    const announcer = new ChangeAnnouncer(client);
    const end = watchChanges({
      onStart: () => announceStart(client),
      onChanges: (changes) => announcer.take(changes),
      onState: setState,
    });
    return () => {
      end();
      announcer.end();
    };
  }, [client]);

  return state;
}
