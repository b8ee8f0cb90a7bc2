import type { Endpoint } from "@/lib/api/endpoints/endpoint";
import type { EndpointName } from "@/lib/api/endpoints/endpoints";
import type { EndpointOf, InputArguments } from "./endpoint-types";

/** The common type of all inputs, for unknown operations. */
export interface AnyInput {
  path?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, unknown>>;
  filters?: URLSearchParams;
  body?: unknown;
}

/** The path and query of a request: `/api/v1/conversations/42/events?limit=50`. */
export function addressOf<Name extends EndpointName>(
  endpoint: EndpointOf<Name>,
  ...[input]: InputArguments<Name>
): string {
  return anyAddressOf(endpoint, input);
}

/** As {@link addressOf}, for an operation that is not known at compile time. */
export function anyAddressOf(endpoint: Endpoint, input: AnyInput = {}): string {
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(input.path?.[name] ?? ""));
  const search = searchOf(input);
  return `/api/v1${path}${search === "" ? "" : `?${search}`}`;
}

/** The filters, then the parameters; undefined values are omitted, arrays are repeated. */
export function searchOf({ query = {}, filters }: AnyInput): string {
  const parameters = new URLSearchParams(filters);
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value].flat()) if (one !== undefined) parameters.append(name, String(one));
  }
  return parameters.toString();
}
