const perLine = 16;

export interface HexLine {
  offset: number;
  bytes: string[];
  /** The bytes as ASCII; others are a dot. */
  signs: string;
}

/** Lines of a hex dump, sixteen bytes each, starting with the line that contains byte `from`. */
export function hexLines(body: Uint8Array, from: number, count: number): HexLine[] {
  const first = Math.max(0, Math.floor(from / perLine));
  const lines: HexLine[] = [];
  for (let line = first; line < first + count && line * perLine < body.length; line += 1) {
    const bytes = [...body.subarray(line * perLine, (line + 1) * perLine)];
    lines.push({
      offset: line * perLine,
      bytes: bytes.map((byte) => byte.toString(16).padStart(2, "0")),
      signs: bytes.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : "·")).join(""),
    });
  }
  return lines;
}
