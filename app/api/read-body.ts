import "server-only";
import type { z } from "zod";
import { Refusal } from "@/lib/queries/refusal";
import { readBytes } from "./read-bytes";

type BodyRead<Body> = { ok: true; body: Body } | { ok: false; failure: Refusal };

/** Parses a JSON body of at most `mostBytes`; on failure, returns the first invalid field. */
export async function readBody<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  mostBytes: number,
): Promise<BodyRead<z.output<Schema>>> {
  const bytes = await readBytes(request, mostBytes);
  if (bytes === null) return { ok: false, failure: bodyTooLarge(mostBytes) };
  const sent = parseJson(bytes);
  const parsed = schema.safeParse(sent, { error: describe });
  if (parsed.success) return { ok: true, body: parsed.data };
  const issue = innermost(parsed.error.issues, sent);
  const field = issue === undefined ? "" : fieldOf(issue);
  const message = sent === undefined ? "The body must be JSON." : (issue?.message ?? "The body is invalid.");
  return { ok: false, failure: new Refusal("bad_request", message, field === "" ? "body" : field) };
}

export function bodyTooLarge(mostBytes: number): Refusal {
  return new Refusal("too_large", `The body is larger than ${Math.floor(mostBytes / 1024)} kB.`, "body");
}

/** Undefined if the bytes are not JSON. */
function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

/** The message if the schema has none of its own. */
function describe(issue: z.core.$ZodRawIssue): string {
  const field = fieldOf(issue);
  const name = field === "" ? "The body" : `"${field}"`;
  if (issue.code === "unrecognized_keys") return `Unknown field "${field}".`;
  if (issue.input === undefined) return `${name} is required.`;
  if (issue.code === "invalid_type") return `${name} must be of type ${issue.expected}.`;
  if (issue.code === "invalid_value") return `${name} must be one of ${issue.values.map(String).join(", ")}.`;
  return `${name} is invalid.`;
}

/** For a union, the error of the variant that matches the fields sent. */
function innermost(issues: readonly z.core.$ZodIssue[], sent: unknown): z.core.$ZodIssue | undefined {
  const [issue] = issues;
  if (issue?.code !== "invalid_union") return issue;
  const firsts = issue.errors.flatMap((ofForm) => ofForm.slice(0, 1));
  return firsts.find(({ path: [field] }) => Object.hasOwn(Object(sent), field ?? "")) ?? firsts[0] ?? issue;
}

/** `columns.0.id`; for an unknown field, its name. */
function fieldOf(issue: z.core.$ZodRawIssue | z.core.$ZodIssue): string {
  const path = [...(issue.path ?? [])];
  if (issue.code === "unrecognized_keys") path.push(String(issue.keys[0]));
  return path.map(String).join(".");
}
