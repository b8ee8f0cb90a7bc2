import { z } from "zod";
import { type ErrorCode, statusOfCode } from "@/lib/api/endpoints/status-of-code";

// `keys` returns strings.
const codes = Object.keys(statusOfCode) as ErrorCode[];

/** The body of every unsuccessful response of `/api/v1`. */
export const errorBody = z.object({
  error: z.string().describe("What is wrong and what to do, for people."),
  code: z.enum(codes).describe("Why the request failed, for programs."),
  parameter: z.string().optional().describe("The query parameter, path parameter or body field that is invalid."),
});

export type ErrorBody = z.output<typeof errorBody>;
