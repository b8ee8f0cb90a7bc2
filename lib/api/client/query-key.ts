import type { Endpoint } from "@/lib/api/endpoints/endpoint";
import { type AnyInput, searchOf } from "./address-of";

/** The key of an operation's query: its name, the parameters of its path, the query string. */
export function queryKey({ name }: Endpoint, input: AnyInput = {}): readonly string[] {
  return [name, ...Object.values(input.path ?? {}), searchOf(input)];
}
