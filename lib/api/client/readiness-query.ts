import { queryOptions } from "@tanstack/react-query";
import type { ReadinessAnswer } from "@/lib/api/schemas/readiness";

const askEveryMs = 5000;

/** Why deliveries would be refused now; null if they would be stored. */
export function readinessQuery() {
  return queryOptions({
    queryKey: ["readiness"],
    queryFn: async ({ signal }) => {
      // It responds 503 when not ready, which is not an error of the request.
      const response = await fetch("/api/ready", { signal, cache: "no-store" });
      const answer: ReadinessAnswer = await response.json();
      return answer.status === "not ready" ? answer.reason : null;
    },
    refetchInterval: askEveryMs,
    retry: false,
  });
}
