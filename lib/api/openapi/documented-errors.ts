import type { Definition } from "@/lib/api/endpoints/definition";
import type { ErrorStatus } from "@/lib/api/endpoints/status-of-code";
import type { Json } from "./schema-of";

const retryAfter = {
  "Retry-After": { description: "Seconds to wait before the next attempt.", schema: { type: "integer" } },
};

const errors = {
  400: { name: "BadRequest", description: "A parameter or the body is unknown or invalid; `parameter` names it." },
  401: { name: "Unauthorised", description: "No valid session or API token." },
  403: { name: "Forbidden", description: "The viewer lacks the permission, or API tokens may not do this." },
  404: { name: "NotFound", description: "Not found." },
  409: { name: "Conflict", description: "The current state does not allow it." },
  413: { name: "TooLarge", description: "The body is too large." },
  429: { name: "TooManyRequests", description: "Too many requests or attempts; retry later.", headers: retryAfter },
  500: { name: "InternalError", description: "An unexpected error; the server's log has the details." },
  503: {
    name: "Unavailable",
    description: "The database is not available, or the events asked for are not processed yet; retry later.",
    headers: retryAfter,
  },
} as const satisfies Partial<Record<ErrorStatus, { name: string; description: string; headers?: Json }>>;

type DocumentedStatus = keyof typeof errors;

/** The possible error responses of an operation, by status. */
export function documentedErrors({ method, permission, body, errors: own }: Definition): Json {
  const ofPermissions: readonly DocumentedStatus[] = method === "GET" && permission === null ? [] : [403];
  const ofBodies: readonly DocumentedStatus[] = body === null ? [] : [413];
  const statuses: readonly ErrorStatus[] = [400, 401, 429, 500, 503, ...ofPermissions, ...ofBodies, ...own];
  const documented = [...new Set(statuses)].filter(isDocumented).sort();
  return Object.fromEntries(
    documented.map((status) => [status, { $ref: `#/components/responses/${errors[status].name}` }]),
  );
}

/** The responses in the document's `components`. */
export function errorResponses(): Json {
  const content = { "application/json": { schema: { $ref: "#/components/schemas/Error" } } };
  return Object.fromEntries(Object.values(errors).map(({ name, ...response }) => [name, { ...response, content }]));
}

function isDocumented(status: ErrorStatus): status is DocumentedStatus {
  return status in errors;
}
