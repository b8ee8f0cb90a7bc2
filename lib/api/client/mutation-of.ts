import { mutationOptions } from "@tanstack/react-query";
import type { EndpointName } from "@/lib/api/endpoints/endpoints";
import { anyCall } from "./call";
import type { AnswerOf, EndpointOf, InputOf } from "./endpoint-types";

/** The mutation of an operation; it is called with the operation's input. */
export function mutationOf<Name extends EndpointName>(endpoint: EndpointOf<Name>) {
  return mutationOptions({
    // As in `call`.
    mutationFn: (input: InputOf<Name>) => anyCall(endpoint, input) as Promise<AnswerOf<Name>>,
  });
}
