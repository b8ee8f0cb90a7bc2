/** A member of an object that the sender shaped; undefined where there is none. */
export function payloadField(payload: unknown, name: string): unknown {
  if (typeof payload !== "object" || payload === null) return undefined;
  return Object.getOwnPropertyDescriptor(payload, name)?.value;
}
