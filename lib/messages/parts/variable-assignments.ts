import * as z from "zod";
import { isNothing, optionalText } from "@/lib/messages/lenient";
import type { VariableAssignment } from "@/lib/messages/message-definition";
import { plainText } from "@/lib/text/plain-text";
import { variableName } from "@/lib/text/variable-token";

const named = z
  .object({ name: optionalText, variable: optionalText, type: optionalText, value: z.unknown().optional() })
  .transform((sent): VariableAssignment | null => {
    const name = variableName(sent.name || sent.variable);
    return name === "" ? null : { name, value: sent.value ?? null, type: sent.type || null };
  });

/** Not `z.record`, which drops a variable called `__proto__`. */
const byToken = z.custom<Record<string, unknown>>(
  (sent) => typeof sent === "object" && sent !== null && !Array.isArray(sent),
  "expected a list or an object",
);

/**
 * Variables in an answer: a list of `{type, name, value}` or an object keyed by variable token (docs/support-hunt/webhook.md §4).
 * Values keep their JSON type.
 */
export const variableAssignments = z
  .preprocess((sent) => (isNothing(sent) ? [] : sent), z.union([z.array(named), byToken]))
  .transform((sent): VariableAssignment[] =>
    Array.isArray(sent)
      ? sent.filter((assignment) => assignment !== null)
      : Object.entries(sent).map(([token, value]) => ({ name: variableName(token), value, type: null })),
  )
  .optional()
  .default([]);

/** `plan: pro · consent: true` */
export function assignmentsText(assignments: readonly VariableAssignment[]): string {
  return assignments.map(({ name, value }) => plainText(`${name}: ${valueText(value)}`)).join(" · ");
}

/** A value by its JSON type: a string unchanged, everything else as JSON. */
export function valueText(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
