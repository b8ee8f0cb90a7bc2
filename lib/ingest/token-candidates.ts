/** A text that may be the token, and where it stood: "body", "header authorization", "query token". */
export interface TokenCandidate {
  token: string;
  place: string;
}

const headerNames = ["token", "x-token", "x-webhook-token", "x-api-key"];

/**
 * Every place where the sender may have put the token, in the order of docs/support-hunt/webhook.md §1. `value` is the
 * parsed body, or the text of one that is no JSON: it may be nothing but the token.
 */
export function tokenCandidates(value: unknown, headers: Headers, query: URLSearchParams): TokenCandidate[] {
  const candidates: TokenCandidate[] = [];
  const add = (place: string, token: unknown) => {
    if (typeof token === "string" && token.trim() !== "") candidates.push({ place, token: token.trim() });
  };
  if (typeof value === "string") add("body", value);
  if (typeof value === "object" && value !== null && Object.hasOwn(value, "token")) {
    add("body", (value as { token: unknown }).token);
  }
  const authorization = headers.get("authorization");
  add("header authorization", authorization);
  add("header authorization", authorization?.trim().replace(/^(bearer|token)\s+/i, ""));
  for (const name of headerNames) add(`header ${name}`, headers.get(name));
  for (const token of query.getAll("token")) add("query token", token);
  return candidates;
}
