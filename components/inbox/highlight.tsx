/** `text` with each place marked where `sought` stands, in any case. */
export function Highlight({ text, sought }: { text: string; sought: string | undefined }) {
  if (!sought) return text;
  const pieces = text.split(new RegExp(`(${sought.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")})`, "iu"));
  return pieces.map((piece, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces have no identity but their place
    index % 2 === 1 ? <mark key={index}>{piece}</mark> : piece,
  );
}
