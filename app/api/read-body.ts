import "server-only";
import type { z } from "zod";
import { refusal } from "./refusal";

/** Reads a JSON body by its schema; else the answer that names what is wrong with it. */
export async function readBody<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<{ ok: true; body: z.output<Schema> } | { ok: false; response: Response }> {
  const value: unknown = await request.json().catch(() => undefined);
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, body: parsed.data };
  const [issue] = parsed.error.issues;
  const field = issue?.path.join(".") || undefined;
  return { ok: false, response: refusal(400, "bad_request", issue?.message ?? "The body is not as expected.", field) };
}
