import "server-only";
import { env } from "@/lib/env/env";
import { matchToken } from "@/lib/ingest/tokens/match-token";

/** The token of `Authorization: Bearer …`; null where there is none. */
export function bearerToken(authorization: string | null | undefined): string | null {
  return /^bearer +(\S+) *$/i.exec(authorization ?? "")?.[1] ?? null;
}

/** Whether the environment lets a token read the metrics. This needs no database. */
export function isMetricsToken(token: string): boolean {
  const { metricsToken, apiToken } = env();
  const accepted = [metricsToken, apiToken].filter((known) => known !== null);
  return matchToken([{ token, place: "authorization" }], accepted) !== null;
}
