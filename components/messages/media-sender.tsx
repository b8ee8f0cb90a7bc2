"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { MediaSender } from "@/lib/messages/parts/may-load";

/** The strictest default: a visitor. */
const Sender = createContext<MediaSender>("visitor");

/** Provides the sender of the media below, which determines whether they load without a click. */
export function MediaSenderProvider({ sender, children }: { sender: MediaSender; children: ReactNode }) {
  return <Sender.Provider value={sender}>{children}</Sender.Provider>;
}

export function useMediaSender(): MediaSender {
  return useContext(Sender);
}
