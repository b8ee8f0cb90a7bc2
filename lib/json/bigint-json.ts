/** JSON of a value in which bigints become text. */
export function bigintJson(value: unknown): string {
  return JSON.stringify(value, (_, part) => (typeof part === "bigint" ? String(part) : part));
}
