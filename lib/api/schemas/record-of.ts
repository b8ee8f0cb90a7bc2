import { z } from "zod";

/**
 * As `z.record`, but with any string as key: `z.record` drops a member named `__proto__`, and visitors can choose variable names.
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
