import { z } from "zod";

/** The response of an operation that returns no data. */
export const done = z.object({ ok: z.literal(true) });
