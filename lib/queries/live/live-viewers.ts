import "server-only";
import { store } from "@/lib/store/connection/client";
import { changeFeed } from "./change-feed";

/** How many live streams of this process are open. */
export function liveViewers(): number {
  return changeFeed(store()).listenerCount;
}
