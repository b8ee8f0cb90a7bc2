/** A text that may be the token, and its location: "body", "header authorization", "query token". */
export interface TokenCandidate {
  token: string;
  place: string;
}

const headerNames = ["token", "x-token", "x-webhook-token", "x-api-key"];

/** Candidates outside the body, in the order of docs/support-hunt/webhook.md §1. */
export function sentTokens(header: (name: string) => string | null, query: URLSearchParams | null): TokenCandidate[] {
  const authorization = header("authorization")?.trim() ?? "";
  const withoutScheme = authorization.replace(/^(bearer|token)\s+/i, "");
  const candidates = inHeader("authorization", authorization);
  if (withoutScheme !== authorization) candidates.push(...inHeader("authorization", withoutScheme));
  for (const part of basicCredentials(authorization)) candidates.push(...inHeader("authorization", part));
  for (const name of headerNames) candidates.push(...inHeader(name, header(name)));
  for (const token of query?.getAll("token") ?? []) {
    candidates.push(...readings(token).flatMap((reading) => candidate("query token", reading)));
  }
  return candidates;
}

/** User and password of `Authorization: Basic`, either of which may be the token. */
function basicCredentials(authorization: string): string[] {
  const encoded = /^basic\s+([\w+/=-]+)$/i.exec(authorization)?.[1];
  if (encoded === undefined) return [];
  const credentials = Buffer.from(encoded, "base64").toString("latin1");
  // A token may contain colons, so it may be on either side of each.
  const colons = [...credentials.matchAll(/:/g)].slice(0, 8).map(({ index }) => index);
  return [credentials, ...colons.flatMap((at) => [credentials.slice(0, at), credentials.slice(at + 1)])];
}

/** Forms and queries write a space as "+", and senders forget to encode a "+". */
function readings(token: string): string[] {
  return token.includes(" ") ? [token, token.replaceAll(" ", "+")] : [token];
}

/** Headers are decoded as Latin-1; many senders write UTF-8. */
function inHeader(name: string, value: string | null): TokenCandidate[] {
  const candidates = candidate(`header ${name}`, value);
  if (value === null || !/[\u0080-\u00ff]/.test(value)) return candidates;
  return [...candidates, ...candidate(`header ${name}`, Buffer.from(value, "latin1").toString())];
}

function candidate(place: string, token: string | null): TokenCandidate[] {
  return token !== null && token.trim() !== "" ? [{ place, token: token.trim() }] : [];
}
