import type { Endpoint } from "@/lib/api/endpoints/endpoint";
import { type AnyInput, searchOf } from "./address-of";

/** The query key of an operation: its name, path parameters and query string. */
export function queryKey({ name }: Endpoint, input: AnyInput = {}): readonly string[] {
  return [name, ...Object.values(input.path ?? {}), searchOf(input)];
}
