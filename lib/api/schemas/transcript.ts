import { z } from "zod";
import { conversation } from "./conversation";
import { event } from "./event";

/** The formats of `GET /conversations/{key}/transcript`. */
export const transcriptFormat = z.enum(["txt", "md", "html", "json"]);

export type TranscriptFormat = z.infer<typeof transcriptFormat>;

export const transcriptMediaTypes = {
  txt: "text/plain",
  md: "text/markdown",
  html: "text/html",
  json: "application/json",
} as const satisfies Record<TranscriptFormat, string>;

/** The transcript as JSON. */
export const transcript = z.object({ conversation, events: z.array(event) });
