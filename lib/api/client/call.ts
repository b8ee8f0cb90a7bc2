import type { Endpoint } from "@/lib/api/endpoints/endpoint";
import type { EndpointName } from "@/lib/api/endpoints/endpoints";
import { type AnyInput, anyAddressOf } from "./address-of";
import type { AnswerOf, EndpointOf, InputArguments } from "./endpoint-types";
import { jsonBody, sendRequest } from "./send-request";

/**
 * Calls an operation of the API: `call(endpoints.getConversation, { path: { key } })`. The response has the type of the
 * definition's schema; since the server serialized it with that schema, it is not parsed again.
 *
 * @throws ApiError
 */
export function call<Name extends EndpointName>(
  endpoint: EndpointOf<Name>,
  ...[input]: InputArguments<Name>
): Promise<AnswerOf<Name>> {
  // The type comes from the endpoint's definition, which the server uses as well.
  return anyCall(endpoint, input) as Promise<AnswerOf<Name>>;
}

/** As {@link call}, for an operation that is not known at compile time. */
export async function anyCall(
  endpoint: Endpoint,
  { signal, ...input }: AnyInput & { signal?: AbortSignal } = {},
): Promise<unknown> {
  const response = await sendRequest(anyAddressOf(endpoint, input), {
    method: endpoint.method,
    ...(signal === undefined ? {} : { signal }),
    ...(input.body === undefined ? {} : jsonBody(input.body)),
  });
  return response.json();
}
