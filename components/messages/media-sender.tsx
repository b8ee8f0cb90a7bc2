"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { MediaSender } from "@/lib/messages/parts/may-load";

/** The strictest where nobody says who sent it: a visitor. */
const Sender = createContext<MediaSender>("visitor");

/** Says who sent the media below, which decides whether they load without a click. */
export function MediaSenderProvider({ sender, children }: { sender: MediaSender; children: ReactNode }) {
  return <Sender.Provider value={sender}>{children}</Sender.Provider>;
}

export function useMediaSender(): MediaSender {
  return useContext(Sender);
}
