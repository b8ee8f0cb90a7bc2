import "server-only";
import type { IncomingMessage } from "node:http";
import { attemptLimits } from "@/lib/auth/limits/attempt-limits";
import { GaugeReader } from "@/lib/ingest/gauge-reader";
import { type MetricSources, metricsText } from "@/lib/ingest/metrics-text";
import { bearerToken, isMetricsToken } from "@/lib/ingest/metrics-token";
import { addressOf } from "./address-of";
import type { LogThread } from "./log-thread";
import { json, type Reply } from "./reply";

/** Serves `GET /api/metrics`. A token from the environment works without the database. Valid tokens are never locked out. */
export function doorMetrics(thread: LogThread, sources: Pick<MetricSources, "liveViewers" | "isReady">) {
  const reader = new GaugeReader(() => thread.readGauges());
  const all = { ...sources, waiting: () => thread.waiting, gauges: () => reader.gauges() };
  return async ({ headers }: IncomingMessage): Promise<Reply> => {
    const token = bearerToken(headers.authorization);
    if (token === null) return refusal(401, missing, "unauthorised");
    if (!isMetricsToken(token) && !(await thread.isApiToken(token))) {
      const attempt = attemptLimits().tokensPerAddress.take(addressOf(headers));
      if (attempt.allowed) return refusal(401, missing, "unauthorised");
      const tooMany = "Too many requests with an unknown token came from your address. Wait a few minutes.";
      return refusal(429, tooMany, "too_many_attempts", attempt.retryAfterSeconds);
    }
    const { contentType, text } = await metricsText(all);
    return { status: 200, headers: { "content-type": contentType, "cache-control": "no-store" }, body: text };
  };
}

const missing = "Send METRICS_TOKEN, or an API token without a scope, as Authorization: Bearer <token>.";

function refusal(status: number, error: string, code: string, retryAfterSeconds = 0): Reply {
  const more: Record<string, string> = status === 401 ? { "www-authenticate": "Bearer" } : {};
  if (retryAfterSeconds > 0) more["retry-after"] = String(retryAfterSeconds);
  return json(status, { error, code }, { ...more, "cache-control": "no-store" });
}
