import { refuse, serve } from "@/app/api/v1/serve";
import { endpoints } from "@/lib/api/endpoints";
import { id } from "@/lib/api/parameters";
import { openStreams } from "@/lib/auth/limits/open-streams";
import { liveChanges } from "@/lib/queries/live/live-changes";
import { Refusal } from "@/lib/queries/refusal";
import { eventStream } from "./event-stream";
import { untilShutdown } from "./until-shutdown";

export const dynamic = "force-dynamic";

export const { GET, POST, PUT, PATCH, DELETE } = serve(endpoints.live, async ({ viewer, query, request }) => {
  const after = request.headers.get("last-event-id") || query.after;
  if (after !== undefined && !id.safeParse(after).success) {
    return refuse(new Refusal("bad_request", '"Last-Event-ID" must be an id: digits.', "Last-Event-ID"));
  }
  const left = new AbortController();
  const close = openStreams().open(viewer, () => left.abort());
  if (close === null) {
    const reason = "Too many live streams are open. Close some, or poll /api/v1/changes instead.";
    return refuse(new Refusal("too_many_streams", reason));
  }
  const ended = AbortSignal.any([request.signal, left.signal, untilShutdown()]);
  if (ended.aborted) close();
  else ended.addEventListener("abort", close, { once: true });
  return eventStream(liveChanges(viewer, { after, signal: ended }), { ended, end: () => left.abort() });
});
