import { noticePage } from "@/lib/http/notice-page";
import { json, type Reply } from "./reply";

const retryAfter = { "retry-after": "3", "cache-control": "no-store" };

/** The response while the page server is unavailable: JSON for programs, a small page for people. */
export function away(path: string): Reply {
  if (path.startsWith("/api/")) {
    const error = "Playhead's pages are starting. Deliveries are stored meanwhile. Try again in a few seconds.";
    return json(503, { error, code: "unavailable" }, retryAfter);
  }
  return { status: 503, headers: { "content-type": "text/html; charset=utf-8", ...retryAfter }, body: page };
}

const page = noticePage({ title: "Playhead is starting", text: "Deliveries are stored meanwhile.", seconds: 3 });
