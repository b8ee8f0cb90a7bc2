/** All texts and numbers in a value, in order; with the names of their fields if `withNames`. Skips fields in `without`. */
export function leafTexts(value: unknown, without: ReadonlySet<string>, withNames: boolean): string[] {
  const texts: string[] = [];
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === "string" || typeof next === "number") texts.push(String(next));
    else if (Array.isArray(next)) for (let place = next.length - 1; place >= 0; place -= 1) waiting.push(next[place]);
    else if (typeof next === "object" && next !== null) {
      const fields = Object.entries(next).filter(([name]) => !without.has(name));
      for (const [name, inner] of fields.toReversed()) {
        waiting.push(inner);
        if (withNames) waiting.push(name);
      }
    }
  }
  return texts;
}
