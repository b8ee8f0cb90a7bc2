"use client";

import { createContext, type ReactNode, useContext } from "react";
import { defaultMediaHosts } from "@/lib/messages/media-host";

const MediaHosts = createContext<readonly string[]>(defaultMediaHosts);

/** Says whose pictures, sounds and films load without a click (`MEDIA_HOSTS`); those of all other hosts wait for one. */
export function MediaHostsProvider({ hosts, children }: { hosts: readonly string[]; children: ReactNode }) {
  return <MediaHosts.Provider value={hosts}>{children}</MediaHosts.Provider>;
}

export function useMediaHosts(): readonly string[] {
  return useContext(MediaHosts);
}
