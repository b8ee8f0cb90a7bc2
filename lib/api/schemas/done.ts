import { z } from "zod";

/** The answer of an operation that has nothing to return. */
export const done = z.object({ ok: z.literal(true) });
