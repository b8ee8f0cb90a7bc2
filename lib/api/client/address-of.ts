import type { Endpoint } from "@/lib/api/endpoints/endpoint";
import type { EndpointName } from "@/lib/api/endpoints/endpoints";
import type { EndpointOf, InputArguments } from "./endpoint-types";

/** What every input is, whatever its operation. */
export interface AnyInput {
  path?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, unknown>>;
  filters?: URLSearchParams;
  body?: unknown;
}

/** The address of a request on this site: `/api/v1/conversations/42/events?limit=50`. */
export function addressOf<Name extends EndpointName>(
  endpoint: EndpointOf<Name>,
  ...[input]: InputArguments<Name>
): string {
  return anyAddressOf(endpoint, input);
}

/** As {@link addressOf}, where the operation is not known to the compiler. */
export function anyAddressOf(endpoint: Endpoint, input: AnyInput = {}): string {
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(input.path?.[name] ?? ""));
  const search = searchOf(input);
  return `/api/v1${path}${search === "" ? "" : `?${search}`}`;
}

/** The filters, then the parameters; one that is undefined is left out, one that is an array repeated. */
export function searchOf({ query = {}, filters }: AnyInput): string {
  const parameters = new URLSearchParams(filters);
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value].flat()) if (one !== undefined) parameters.append(name, String(one));
  }
  return parameters.toString();
}
