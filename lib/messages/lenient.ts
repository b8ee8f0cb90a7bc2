import { z } from "zod";
import { isBlank } from "@/lib/text/is-blank";

/** The platform prints a missing Python value as the text `None` (docs/support-hunt/webhook.md §4). */
export function isNothing(value: unknown): value is null | undefined | "" | "None" {
  return value === null || value === undefined || value === "" || value === "None";
}

/** What somebody typed or chose: text, or a number or boolean as its text. Required; "None" stays what it says. */
export const words = z.unknown().transform((value, context) => {
  const text = asText(value);
  if (text !== null) return text;
  context.addIssue({ code: "custom", message: "expected text", params: { received: value } });
  return z.NEVER;
});

/** A title, a label, a link: text that may be missing, null, blank or "None", all of which read as "". */
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

/** A number or digits in text; everything else is null, because no number of the platform can be relied on. */
export const optionalNumber = z
  .unknown()
  .optional()
  .transform((value) => {
    if (typeof value === "number") return Number.isFinite(value) ? value : null;
    if (typeof value !== "string" || value.trim() === "") return null;
    const number = Number(value);
    return Number.isFinite(number) ? number : null;
  });

/** `true`, 1, 1.0, "1", "true", "yes" in any case; everything else is false. */
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

/** `content`, or null where nothing was sent. */
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

/** The first text that says something, else "". */
export function firstText(...candidates: readonly string[]): string {
  return candidates.find((candidate) => candidate !== "") ?? "";
}

function asText(value: unknown): string | null {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}
