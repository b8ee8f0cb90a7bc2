import { queryOptions } from "@tanstack/react-query";
import type { EndpointName } from "@/lib/api/endpoints/endpoints";
import { anyCall } from "./call";
import type { AnswerOf, EndpointOf, InputArguments } from "./endpoint-types";
import { queryKey } from "./query-key";

/** The query of a read operation: `useQuery(queryOf(endpoints.getVisitor, { path: { key } }))`. */
export function queryOf<Name extends EndpointName>(endpoint: EndpointOf<Name>, ...[input]: InputArguments<Name>) {
  return queryOptions({
    queryKey: queryKey(endpoint, input),
    // As in `call`.
    queryFn: ({ signal }) => anyCall(endpoint, { ...input, signal }) as Promise<AnswerOf<Name>>,
  });
}
