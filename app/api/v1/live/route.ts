import { refuse, serve } from "@/app/api/v1/serve";
import { endpoints } from "@/lib/api/endpoints";
import { id } from "@/lib/api/parameters";
import { authenticate } from "@/lib/auth/authenticate";
import { liveChanges } from "@/lib/queries/live-changes";
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
  const ended = AbortSignal.any([request.signal, left.signal, untilShutdown()]);
  const changes = liveChanges(viewer, { after, signal: ended });
  if (changes instanceof Refusal) return refuse(changes);
  return eventStream(changes, {
    isStillAllowed: async () => (await authenticate(request.headers)) !== null,
    ended,
    end: () => left.abort(),
  });
});
