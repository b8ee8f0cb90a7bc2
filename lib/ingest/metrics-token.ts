import "server-only";
import { env } from "@/lib/env/env";
import { matchToken } from "@/lib/ingest/tokens/match-token";

/** The token of `Authorization: Bearer …`; null if missing. */
export function bearerToken(authorization: string | null | undefined): string | null {
  return /^bearer +(\S+) *$/i.exec(authorization ?? "")?.[1] ?? null;
}

/** Whether a token from the environment allows access to the metrics. Does not need the database. */
export function isMetricsToken(token: string): boolean {
  const { metricsToken, apiToken } = env();
  const accepted = [metricsToken, apiToken].filter((known) => known !== null);
  return matchToken([{ token, place: "authorization" }], accepted) !== null;
}
