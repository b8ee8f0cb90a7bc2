import { QueryClient } from "@tanstack/react-query";
import { ApiError } from "@/lib/api/api-error";
import { loadedForMs } from "@/lib/api/queries";

/** Data is kept fresh by the live updates, so a mounted query is not asked for again by itself for a minute. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: loadedForMs, gcTime: 10 * 60_000, retry: isWorthATry, refetchOnWindowFocus: false },
    },
  });
}

/** Once more, unless the server has said that it will never answer this. */
function isWorthATry(failures: number, error: Error): boolean {
  return failures < 1 && !(error instanceof ApiError && error.status >= 400 && error.status < 500);
}
