import "server-only";
import { store } from "@/lib/store/connection/client";
import { changeFeed } from "./change-feed";

/** The number of open live streams in this process. */
export function liveViewers(): number {
  return changeFeed(store()).listenerCount;
}
