/** A short fingerprint of a message: the length of its JSON and a hash of it. */
export function messageIdentity(message: unknown): string {
  const json = JSON.stringify(message) ?? "";
  return `${json.length} ${hashOf(json)}`;
}

/** A copy of a substring that does not keep the original string in memory, as V8's slices do. */
export function detached(text: string): string {
  return Array.from(text).join("");
}

/** 64-bit FNV-1a with two seeds, not cryptographic. */
export function hashOf(text: string): string {
  let [low, high] = [0x811c9dc5, 0x01000193];
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charCodeAt(place);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x5bd1e995);
  }
  return `${(low >>> 0).toString(36)}${(high >>> 0).toString(36)}`;
}
