import * as z from "zod";
import { isBlank } from "@/lib/text/is-blank";

/**
 * Whether a value counts as missing. The platform prints a missing Python value as the text `None` (docs/support-hunt/webhook.md
 * §4).
 */
export function isNothing(value: unknown): value is null | undefined | "" | "None" {
  return value === null || value === undefined || value === "" || value === "None";
}

/** Text that was typed or chosen: a string, or a number or boolean as a string. Required; "None" stays "None". */
export const words = z.unknown().transform((value, context) => {
  const text = asText(value);
  if (text !== null) return text;
  context.addIssue({ code: "custom", message: "expected text", params: { received: value } });
  return z.NEVER;
});

/** A title, label or link: missing, null, blank and "None" are parsed as "". */
export const optionalText = z
  .unknown()
  .optional()
  .transform((value, context) => {
    if (isNothing(value)) return "";
    const text = asText(value);
    if (text !== null) return isBlank(text) ? "" : text;
    context.addIssue({ code: "custom", message: "expected text", params: { received: value } });
    return z.NEVER;
  });

/** A number, or digits in a string; otherwise null, because the platform does not guarantee any number. */
export const optionalNumber = z
  .unknown()
  .optional()
  .transform((value) => {
    if (typeof value === "number") return Number.isFinite(value) ? value : null;
    if (typeof value !== "string" || value.trim() === "") return null;
    const number = Number(value);
    return Number.isFinite(number) ? number : null;
  });

/** True for `true`, 1, 1.0, "1", "true" and "yes" in any case; otherwise false. */
export const flag = z
  .unknown()
  .optional()
  .transform((value) => ["true", "1", "1.0", "yes"].includes((asText(value) ?? "").toLowerCase()));

/** A list of `item`; missing, null, "" and "None" are the empty list. */
export function listOf<Item>(item: z.ZodType<Item>) {
  return z
    .preprocess((value) => (isNothing(value) ? [] : value), z.array(item))
    .optional()
    .default([]);
}

/** `content`, or null if missing. */
export function orNull<Content>(content: z.ZodType<Content>) {
  return z
    .preprocess((value) => (isNothing(value) ? null : value), z.nullable(content))
    .optional()
    .default(null);
}

/** A message whose content is the object under `payload`. */
export function inPayload<Content>(payload: z.ZodType<Content>) {
  return z.object({ payload }).transform((message) => message.payload);
}

/** The first text that is not blank, else "". */
export function firstText(...candidates: readonly string[]): string {
  return candidates.find((candidate) => candidate !== "") ?? "";
}

function asText(value: unknown): string | null {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}
