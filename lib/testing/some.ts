/** Values to check one by one. Throws if there are none: a loop over nothing checks nothing. */
export function some<Value>(values: Iterable<Value>): Value[] {
  const all = [...values];
  if (all.length === 0) throw new Error("There is nothing to check.");
  return all;
}
