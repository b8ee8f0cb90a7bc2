import "server-only";
import type { IncomingMessage } from "node:http";
import { metricsText } from "@/lib/ingest/metrics-text";
import { bearerToken, isMetricsToken } from "@/lib/ingest/metrics-token";
import type { LogThread } from "./log-thread";
import { json, type Reply } from "./reply";

/** Tokens that the database is asked about in a second: more are guesses. */
const mostLookups = 5;

/** Answers `GET /api/metrics`. With a token of the environment it needs no database. */
export function doorMetrics(thread: LogThread, liveViewers: () => number) {
  let lookups = 0;
  const isAllowed = async (token: string) => {
    if (isMetricsToken(token)) return true;
    if (lookups >= mostLookups) return null;
    lookups += 1;
    setTimeout(() => lookups--, 1000).unref();
    return thread.isApiToken(token);
  };
  return async ({ headers }: IncomingMessage): Promise<Reply> => {
    const token = bearerToken(headers.authorization);
    const allowed = token !== null && (await isAllowed(token));
    if (allowed === null)
      return refusal(429, "Too many tokens were tried. Try again in a second.", "too_many_attempts");
    if (!allowed) {
      return refusal(401, "Send METRICS_TOKEN or an API token as Authorization: Bearer <token>.", "unauthorised");
    }
    const { contentType, text } = await metricsText({ liveViewers, waiting: () => thread.waiting });
    return { status: 200, headers: { "content-type": contentType, "cache-control": "no-store" }, body: text };
  };
}

function refusal(status: number, error: string, code: string): Reply {
  const challenge = status === 401 ? { "www-authenticate": "Bearer" } : { "retry-after": "1" };
  return json(status, { error, code }, { ...challenge, "cache-control": "no-store" });
}
