import { z } from "zod";

/** An integer in a URL. */
export function wholeNumber(min: number, max: number, usual: number) {
  const message = `must be a whole number from ${min} to ${max}`;
  return z
    .codec(z.string().regex(/^\d{1,15}$/, message), z.int().min(min, message).max(max, message), {
      decode: Number,
      encode: String,
    })
    .default(usual);
}

/** `true` or `false` in a URL; absent means false. */
export const flag = z
  .codec(z.enum(["true", "false"], 'must be "true" or "false"'), z.boolean(), {
    decode: (text) => text === "true",
    encode: (value) => (value ? "true" : "false"),
  })
  .default(false);

/**
 * The id of an event or a delivery: a decimal integer, as text because it can exceed JSON's safe integers. Without leading zeros, so
 * that an id has one spelling, also in the access log.
 */
export const id = z.string().regex(/^(0|[1-9]\d{0,17})$/, "must be an ID: digits, without leading zeros");

/** The end of the previous page. */
export const cursor = z
  .string()
  .max(1000, "is not a cursor")
  .optional()
  .describe("`nextCursor` of the previous page, with the same filters and sort order.");

export type ParametersRead<Query extends z.ZodObject> =
  | { ok: true; query: z.output<Query> }
  | { ok: false; parameter: string; message: string };

/** Parses a URL's parameters with `query`. Unknown, invalid and unexpectedly repeated parameters are reported by name. */
export function readParameters<Query extends z.ZodObject>(
  query: Query,
  parameters: URLSearchParams,
): ParametersRead<Query> {
  const given: Record<string, string | string[]> = {};
  for (const name of new Set(parameters.keys())) {
    if (!Object.hasOwn(query.shape, name)) {
      return { ok: false, parameter: name, message: `Unknown parameter "${name}".` };
    }
    const values = parameters.getAll(name);
    const [value = ""] = values;
    if (isRepeatable(query, name)) given[name] = [...new Set(values)];
    else if (values.length === 1) given[name] = value;
    else return { ok: false, parameter: name, message: `"${name}" can be used only once.` };
  }
  const parsed = query.safeParse(given);
  if (parsed.success) return { ok: true, query: parsed.data };
  const issue = parsed.error.issues[0];
  const parameter = String(issue?.path[0]);
  return { ok: false, parameter, message: `"${parameter}" ${issue?.message ?? "is not valid"}.` };
}

function isRepeatable(query: z.ZodObject, name: string): boolean {
  const schema = query.shape[name];
  const inner = schema instanceof z.ZodDefault ? schema.unwrap() : schema;
  return inner instanceof z.ZodArray;
}
