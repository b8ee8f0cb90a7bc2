import { infiniteQueryOptions } from "@tanstack/react-query";
import type { AnyInput } from "./address-of";
import { anyCall } from "./call";
import type { AnswerOf, EndpointOf, InputArguments, PagedName } from "./endpoint-types";
import { queryKey } from "./query-key";

// Gives the page parameter its type; it is a cursor from the second page on.
const firstPage: string | null = null as string | null;

/** The infinite query of a paginated list. */
export function pagesOf<Name extends PagedName>(endpoint: EndpointOf<Name>, ...[input]: InputArguments<Name>) {
  const given: AnyInput = input ?? {};
  return infiniteQueryOptions({
    queryKey: queryKey(endpoint, given),
    queryFn: ({ pageParam, signal }) => {
      const query = { ...given.query, cursor: pageParam ?? undefined };
      // As in `call`.
      return anyCall(endpoint, { ...given, query, signal }) as Promise<AnswerOf<Name>>;
    },
    initialPageParam: firstPage,
    getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor,
  });
}
