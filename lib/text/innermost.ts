import { z } from "zod";

const maxDepth = 4;

/**
 * A message whose content may be under `payload`, under the name of its type as on WhatsApp, under both, or next to the type.
 * `names` are the keys to look under.
 */
export function innermost<Content>(names: readonly string[], content: z.ZodType<Content>) {
  return z
    .looseObject({})
    .transform((message) => ({ payload: contentIn(message, names) }))
    .pipe(z.object({ payload: content }))
    .transform((message) => message.payload);
}

/** The object or list with the content of a message; its `payload` if that is a string. */
export function contentIn(message: unknown, names: readonly string[]): unknown {
  let inner = message;
  for (let depth = 0; depth < maxDepth; depth += 1) {
    const next = member(inner, names);
    if (next === undefined) break;
    inner = next;
  }
  if (inner !== message || typeof message !== "object" || message === null) return inner;
  const named = ["payload", ...names].map((name) => Object.getOwnPropertyDescriptor(message, name)?.value);
  return named.find((value) => typeof value === "string") ?? message;
}

function member(value: unknown, names: readonly string[]): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return ["payload", ...names]
    .map((name): unknown => Object.getOwnPropertyDescriptor(value, name)?.value)
    .find((inner) => typeof inner === "object" && inner !== null);
}
