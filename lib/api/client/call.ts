import type { Endpoint } from "@/lib/api/endpoints/endpoint";
import type { EndpointName } from "@/lib/api/endpoints/endpoints";
import { type AnyInput, anyAddressOf } from "./address-of";
import type { AnswerOf, EndpointOf, InputArguments } from "./endpoint-types";
import { jsonBody, sendRequest } from "./send-request";

/**
 * Calls an operation of the API: `call(endpoints.getConversation, { path: { key } })`. Its answer has the type of the definition's
 * schema, with which the server has serialised it; it is not parsed a second time.
 *
 * @throws ApiError
 */
export function call<Name extends EndpointName>(
  endpoint: EndpointOf<Name>,
  ...[input]: InputArguments<Name>
): Promise<AnswerOf<Name>> {
  // The server's definition of the endpoint, from which the type is.
  return anyCall(endpoint, input) as Promise<AnswerOf<Name>>;
}

/** As {@link call}, where the operation is not known to the compiler. */
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
