/** A message with part of `text` in place of each text except its type. */
export function filledMessage(message: unknown, text: string): unknown {
  const places = JSON.stringify(message).match(/"/g)?.length ?? 2;
  const part = text.slice(0, (text.length * 4) / places);
  const fill = (value: unknown, key?: string): unknown => {
    if (typeof value === "string") return key === "type" ? value : part;
    if (Array.isArray(value)) return value.map((inner) => fill(inner));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, fill(inner, name)]));
  };
  return fill(message);
}
