/** Longest identifier kept: ids and keys stand in database indexes, which refuse long entries. */
const longest = 512;

/**
 * An id or key as text, whatever the sender used: 7525695, "8292". Null for what says nothing: null, "", "None", other types.
 * NUL and unpaired surrogates, which a database cannot hold, become U+FFFD.
 */
export function identifier(value: unknown): string | null {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : null;
  if (typeof value !== "string" || value === "" || value === "None") return null;
  return value.slice(0, longest).toWellFormed().replaceAll("\u0000", "\ufffd");
}
