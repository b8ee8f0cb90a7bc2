/**
 * Decodes a body that is not UTF-8 for editing: by its byte-order mark if it has one, otherwise as UTF-8 with � for invalid
 * bytes.
 */
export function textOfBytes(base64: string): string {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder().decode(bytes);
}
