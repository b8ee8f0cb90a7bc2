import { queryOptions } from "@tanstack/react-query";
import type { ReadinessAnswer } from "@/lib/api/schemas/readiness";

const askEveryMs = 5000;

/** Why deliveries would be refused now; null where they would be stored. */
export function readinessQuery() {
  return queryOptions({
    queryKey: ["readiness"],
    queryFn: async ({ signal }) => {
      // It answers 503 where they would be refused, which is no failure of the request.
      const response = await fetch("/api/ready", { signal, cache: "no-store" });
      const answer: ReadinessAnswer = await response.json();
      return answer.status === "not ready" ? answer.reason : null;
    },
    refetchInterval: askEveryMs,
    retry: false,
  });
}
