/** The parts of a message with their places as keys: they have no ids, may be equal, and never change once sent. */
export function keyed<Part>(parts: readonly Part[]): { key: string; part: Part; index: number }[] {
  return parts.map((part, index) => ({ key: String(index), part, index }));
}
