import { z } from "zod";

const deepest = 4;

/**
 * A message whose content may stand under `payload`, under the name of its type as WhatsApp has it, under both, or beside the
 * type. `names` are the names to look under.
 */
export function innermost<Content>(names: readonly string[], content: z.ZodType<Content>) {
  return z
    .looseObject({})
    .transform((message) => ({ payload: contentIn(message, names) }))
    .pipe(z.object({ payload: content }))
    .transform((message) => message.payload);
}

/** The object or list that holds the content of a message; its `payload` where that is a plain text. */
export function contentIn(message: unknown, names: readonly string[]): unknown {
  let inner = message;
  for (let depth = 0; depth < deepest; depth += 1) {
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
