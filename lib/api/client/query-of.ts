import { infiniteQueryOptions, mutationOptions, queryOptions } from "@tanstack/react-query";
import type { Endpoint } from "@/lib/api/endpoints/endpoint";
import type { EndpointName } from "@/lib/api/endpoints/endpoints";
import { type AnyInput, searchOf } from "./address-of";
import { anyCall } from "./call";
import type { AnswerOf, EndpointOf, InputArguments, InputOf, PagedName } from "./endpoint-types";

/** The query of an operation. Its key begins with the operation's name and the parameters of its path. */
export function queryOf<Name extends EndpointName>(endpoint: EndpointOf<Name>, ...[input]: InputArguments<Name>) {
  return queryOptions({
    queryKey: keyOf(endpoint, input),
    // As in `call`.
    queryFn: ({ signal }) => anyCall(endpoint, { ...input, signal }) as Promise<AnswerOf<Name>>,
  });
}

/** The query of a list, page by page. */
export function pagesOf<Name extends PagedName>(endpoint: EndpointOf<Name>, ...[input]: InputArguments<Name>) {
  const given: AnyInput = input ?? {};
  return infiniteQueryOptions({
    queryKey: keyOf(endpoint, given),
    queryFn: ({ pageParam, signal }) => {
      const query = { ...given.query, cursor: pageParam ?? undefined };
      return anyCall(endpoint, { ...given, query, signal }) as Promise<AnswerOf<Name>>;
    },
    initialPageParam: firstPage,
    getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor,
  });
}

/** The mutation of an operation, which is called with its input. */
export function mutationOf<Name extends EndpointName>(endpoint: EndpointOf<Name>) {
  return mutationOptions({
    mutationKey: [endpoint.name],
    mutationFn: (input: InputOf<Name>) => anyCall(endpoint, input) as Promise<AnswerOf<Name>>,
  });
}

/** Queries of these operations, for `invalidateQueries`. */
export function ofOperations(...endpoints: readonly Endpoint[]) {
  const names: readonly unknown[] = endpoints.map(({ name }) => name);
  return { predicate: ({ queryKey: [name] }: { queryKey: readonly unknown[] }) => names.includes(name) };
}

function keyOf({ name }: Endpoint, input: AnyInput = {}): readonly string[] {
  return [name, ...Object.values(input.path ?? {}), searchOf(input)];
}

// The page parameter's type is taken from this value, and it is a cursor from the second page on.
const firstPage: string | null = null as string | null;
