import { z } from "zod";
import { readWithin } from "@/lib/filters/kinds/sequence-text";
import { cell, periodQuery } from "./analytics";

export const funnelQuery = z.strictObject({
  ...periodQuery,
  step: z
    .array(z.string().max(1000, "is longer than 1000 characters"), "is required")
    .min(1, "is required")
    .max(10, "has more than 10 values")
    .describe(
      "A step, one to ten times: `answered=<prompt>`, `chose=<prompt>/<answer>`, `asked=<prompt>`, `handedOver=yes`, `closed`, or any filter of the list, as `name=value`.",
    ),
  order: z
    .enum(["strict", "loose"], 'must be "strict" or "loose"')
    .default("strict")
    .describe("`strict`: each step after the one before. `loose`: in any order. Only steps with a time have an order."),
  within: z
    .string()
    .refine((text) => readWithin(text) !== undefined, "must be a duration, such as 30m")
    .optional()
    .describe("At most this long from the first step with a time to the last."),
});

export const funnelResult = z.object({
  asOf: z.string(),
  from: z.string(),
  to: z.string(),
  tz: z.string(),
  steps: z.array(
    z.object({
      /** As in the request. */
      label: z.string(),
      /** The share of the conversations of the first step that went through all steps up to this one. */
      cell,
    }),
  ),
});

export type FunnelResult = z.input<typeof funnelResult>;
