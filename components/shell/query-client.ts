import { QueryClient } from "@tanstack/react-query";
import { ApiError } from "@/lib/api/client/api-error";
import { loadedForMs } from "@/lib/api/client/loaded-for";

/** Live updates keep data fresh, so queries are not refetched automatically for a minute. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: loadedForMs, gcTime: 10 * 60_000, retry: isWorthATry, refetchOnWindowFocus: false },
      // While offline, mutations fail immediately instead of waiting.
      mutations: { networkMode: "always" },
    },
  });
}

/**
 * A request that the server rejects is not retried; one that it cannot answer yet (503) is, for about 15 seconds; others once.
 */
function isWorthATry(failures: number, error: Error): boolean {
  if (!(error instanceof ApiError) || error.status < 400) return failures < 1;
  if (error.status < 500) return false;
  return failures < (error.status === 503 ? 4 : 1);
}
