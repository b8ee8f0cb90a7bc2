/** Sets an ordinary key, also when the sender named it `__proto__`, which an assignment would not keep. */
export function setOwn<Value>(record: Record<string, Value>, key: string, value: Value): void {
  Object.defineProperty(record, key, { value, enumerable: true, writable: true, configurable: true });
}

/** A key of the record itself: `constructor` is none unless somebody set it. */
export function getOwn<Value>(record: Record<string, Value>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
