import { z } from "zod";

/**
 * As `z.record`, with any text as a name: `z.record` drops a member called `__proto__`, and visitors name variables.
 * The OpenAPI description takes the members' schema from `meta().recordOf`.
 */
export function recordOf<Member extends z.ZodType>(member: Member) {
  return z
    .custom<Record<string, z.output<Member>>>(
      (value) =>
        typeof value === "object" &&
        value !== null &&
        !Array.isArray(value) &&
        Object.values(value).every((item) => member.safeParse(item).success),
    )
    .meta({ recordOf: member });
}
