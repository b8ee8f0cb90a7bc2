import { QueryClient } from "@tanstack/react-query";
import { ApiError } from "@/lib/api/client/api-error";
import { loadedForMs } from "@/lib/api/client/loaded-for";

/** Data is kept fresh by the live updates, so a mounted query is not asked for again by itself for a minute. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: loadedForMs, gcTime: 10 * 60_000, retry: isWorthATry, refetchOnWindowFocus: false },
      // Offline, a change fails at once instead of waiting.
      mutations: { networkMode: "always" },
    },
  });
}

/** Once more, unless the server has said that it will never answer this. */
function isWorthATry(failures: number, error: Error): boolean {
  return failures < 1 && !(error instanceof ApiError && error.status >= 400 && error.status < 500);
}
