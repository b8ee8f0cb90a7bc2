/** A text that may be the token, and where it stood: "body", "header authorization", "query token". */
export interface TokenCandidate {
  token: string;
  place: string;
}

const headerNames = ["token", "x-token", "x-webhook-token", "x-api-key"];

/**
 * Every place of a body where the sender may have put the token: docs/support-hunt/webhook.md §1. `value` is the parsed
 * body, or the text of one that is no JSON: it may be nothing but the token.
 */
export function bodyTokens(value: unknown): TokenCandidate[] {
  if (typeof value === "string") return candidate("body", value);
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, "token")) return [];
  return candidate("body", (value as { token: unknown }).token);
}

/** Every other place, in the order of docs/support-hunt/webhook.md §1, which the body's come before. */
export function sentTokens(header: (name: string) => string | null, query: URLSearchParams | null): TokenCandidate[] {
  const authorization = header("authorization")?.trim() ?? "";
  const withoutScheme = authorization.replace(/^(bearer|token)\s+/i, "");
  const candidates = inHeader("authorization", authorization);
  if (withoutScheme !== authorization) candidates.push(...inHeader("authorization", withoutScheme));
  for (const name of headerNames) candidates.push(...inHeader(name, header(name)));
  for (const token of query?.getAll("token") ?? []) candidates.push(...candidate("query token", token));
  return candidates;
}

/** A header is read as Latin-1; many senders write UTF-8. */
function inHeader(name: string, value: string | null): TokenCandidate[] {
  const candidates = candidate(`header ${name}`, value);
  if (value === null || !/[\u0080-\u00ff]/.test(value)) return candidates;
  return [...candidates, ...candidate(`header ${name}`, Buffer.from(value, "latin1").toString())];
}

function candidate(place: string, token: unknown): TokenCandidate[] {
  return typeof token === "string" && token.trim() !== "" ? [{ place, token: token.trim() }] : [];
}
