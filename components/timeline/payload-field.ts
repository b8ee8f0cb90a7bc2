/** A member of an object in a payload; undefined if missing. */
export function payloadField(payload: unknown, name: string): unknown {
  if (typeof payload !== "object" || payload === null) return undefined;
  return Object.getOwnPropertyDescriptor(payload, name)?.value;
}
