/**
 * Tells at which byte of a body a place of its text stands. The places should be asked in growing order: then each character
 * is counted once, however many places a hostile body has.
 */
export function byteCounter(text: string, markLength: number): (place: number) => number {
  let counted = 0;
  let bytes = markLength;
  return (place) => {
    if (place < counted) {
      counted = 0;
      bytes = markLength;
    }
    bytes += Buffer.byteLength(text.slice(counted, place));
    counted = place;
    return bytes;
  };
}
