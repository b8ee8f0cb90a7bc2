import type { PathParts } from "@/lib/api/endpoints/endpoint";

const base = "/api/v1";

/** The decoded path parameters of an endpoint. Null if the path does not match, or contains what no key or id can. */
export function readPath<Path extends string>(
  template: Path,
  pathname: string,
): Record<PathParts<Path>, string> | null {
  const wanted = (base + template).split("/");
  const given = pathname.replace(/\/$/, "").split("/");
  if (wanted.length !== given.length) return null;
  const parts: Record<string, string> = {};
  for (const [place, part] of wanted.entries()) {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    const text = decode(given[place] ?? "");
    if (name !== undefined && text !== null) parts[name] = text;
    else if (part !== text) return null;
  }
  // Every parameter in the template was assigned.
  return parts as Record<PathParts<Path>, string>;
}

/** Null for invalid escapes, and for NUL, which Postgres text cannot contain. */
function decode(text: string): string | null {
  try {
    const decoded = decodeURIComponent(text);
    return decoded.includes("\0") ? null : decoded;
  } catch {
    return null;
  }
}
