import { z } from "zod";
import { instant } from "@/lib/api/schemas/event";
import { recordOf } from "@/lib/api/schemas/record-of";

/** `GET /privacy/masking`: each variable, and whether its values are masked. */
export const masking = z.object({
  variables: recordOf(z.boolean()).describe("Names of variables; true: their values are personal."),
  reveal: z
    .boolean()
    .describe("Whether users without the permission `personal` may unmask a conversation for 15 minutes."),
});

/** `PUT /privacy/masking`. */
export const maskingChange = z.object({
  variables: z
    .record(z.string().min(1).max(1000), z.boolean())
    .optional()
    .describe("The variables to change; the others stay as they are."),
  reveal: z.boolean().optional().describe("Whether conversations may be unmasked; only an admin may change it."),
});

const line = z.object({
  eventId: z.string(),
  at: instant,
  text: z.string(),
  masked: z.string().describe("The text for viewers without the permission `personal`."),
});

/** `GET /privacy/masking/preview`. */
export const maskingPreview = z.object({
  conversation: z
    .object({ key: z.string(), title: z.string(), masked: z.string() })
    .nullable()
    .describe("null before the first conversation."),
  lines: z.array(line),
});

export type Masking = z.output<typeof masking>;
export type MaskingPreview = z.output<typeof maskingPreview>;
