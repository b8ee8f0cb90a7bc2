"use client";

import { createContext, type ReactNode, useContext } from "react";
import { defaultMediaHosts } from "@/lib/messages/parts/may-load";

const MediaHosts = createContext<readonly string[]>(defaultMediaHosts);

/** Provides the hosts whose images, audio and video may load in the page (`MEDIA_HOSTS`). */
export function MediaHostsProvider({ hosts, children }: { hosts: readonly string[]; children: ReactNode }) {
  return <MediaHosts.Provider value={hosts}>{children}</MediaHosts.Provider>;
}

export function useMediaHosts(): readonly string[] {
  return useContext(MediaHosts);
}
