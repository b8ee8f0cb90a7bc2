import "server-only";
import type { z } from "zod";
import { mostBodyBytes } from "@/lib/http/most-body-bytes";
import { readBytes } from "./read-bytes";
import { refusal } from "./refusal";

/** Reads a JSON body by its schema; else the response that names what is wrong with it. */
export async function readBody<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<{ ok: true; body: z.output<Schema> } | { ok: false; response: Response }> {
  const bytes = await readBytes(request, mostBodyBytes);
  if (bytes === null) return { ok: false, response: bodyTooLarge() };
  const parsed = schema.safeParse(parseJson(bytes));
  if (parsed.success) return { ok: true, body: parsed.data };
  const [issue] = parsed.error.issues;
  const field = issue?.path.join(".") || undefined;
  return { ok: false, response: refusal(400, "bad_request", issue?.message ?? "The request body is invalid.", field) };
}

export function bodyTooLarge(): Response {
  return refusal(413, "too_large", `The body is larger than ${mostBodyBytes / 1024} kB.`);
}

/** Undefined where the bytes are not JSON. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
