/**
 * Tells at which byte of a body a place of its text stands. The places are to be asked in growing order: then each sign is
 * counted once, however many places a hostile body has.
 */
export function byteCounter(text: string, markLength: number): (place: number) => number {
  let counted = 0;
  let bytes = markLength;
  return (place) => {
    bytes += Buffer.byteLength(text.slice(counted, place));
    counted = place;
    return bytes;
  };
}
