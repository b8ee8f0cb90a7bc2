import { QueryClient } from "@tanstack/react-query";
import { loadedForMs } from "@/lib/api/queries";

/** Data is kept fresh by the live updates, so a mounted query is not asked for again by itself for a minute. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: loadedForMs, gcTime: 10 * 60_000, retry: 1, refetchOnWindowFocus: false },
    },
  });
}
