/** Whether bytes start with the magic number of gzip (RFC 1952). */
export function isGzip(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x1f, 0x8b]);
}

/** Whether bytes start with the magic number of Zstandard (RFC 8878). */
export function isZstd(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x28, 0xb5, 0x2f, 0xfd]);
}

export function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, place) => bytes[place] === byte);
}
