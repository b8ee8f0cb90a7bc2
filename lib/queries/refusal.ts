import type { ErrorCode } from "@/lib/api/endpoints/status-of-code";

/** Why a query has no result, as a message for users. */
export class Refusal {
  constructor(
    readonly code: ErrorCode,
    readonly message: string,
    /** The invalid parameter. */
    readonly parameter: string | null = null,
  ) {}
}

/** Nothing has this key or id. */
export function notFound(what: string): Refusal {
  return new Refusal("not_found", `No ${what} was found.`);
}
