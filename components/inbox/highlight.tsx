/** `text` with each place marked where `sought` stands, in any case. What it is written in leaves its surroundings alone. */
export function Highlight({ text, sought }: { text: string; sought: string | undefined }) {
  return <bdi>{sought ? marked(text, sought) : text}</bdi>;
}

function marked(text: string, sought: string) {
  const pieces = text.split(new RegExp(`(${sought.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")})`, "iu"));
  return pieces.map((piece, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces have no identity but their place
    index % 2 === 1 ? <mark key={index}>{piece}</mark> : piece,
  );
}
