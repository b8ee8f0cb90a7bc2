/**
 * Returns a function that converts an index of the body's text to a byte offset. Call it with increasing indexes: then each
 * character is counted once, however many positions a hostile body has.
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
