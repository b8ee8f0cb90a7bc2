import { queryOptions } from "@tanstack/react-query";
import { readinessAnswer } from "./readiness";

const askEveryMs = 5000;

/** Why deliveries would be refused now; null where they would be stored. Its answer is one with 503, too. */
export function readinessQuery() {
  return queryOptions({
    queryKey: ["readiness"],
    queryFn: async ({ signal }) => {
      const response = await fetch("/api/ready", { signal, cache: "no-store" });
      const answer = readinessAnswer.safeParse(await response.json());
      return answer.success && answer.data.status === "not ready" ? answer.data.reason : null;
    },
    refetchInterval: askEveryMs,
    retry: false,
  });
}
