/** Uses indexes as keys for parts of a message: they have no ids, may be equal, and never change. */
export function keyed<Part>(parts: readonly Part[]): { key: string; part: Part; index: number }[] {
  return parts.map((part, index) => ({ key: String(index), part, index }));
}
