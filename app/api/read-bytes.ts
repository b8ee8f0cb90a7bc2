import "server-only";

/** The bytes of a request's body; null if there are more than `most`: then reading stops. */
export async function readBytes(request: Request, most: number): Promise<Uint8Array | null> {
  const { body } = request;
  if (body === null) return new Uint8Array();
  if (Number(request.headers.get("content-length") ?? 0) > most) {
    await body.cancel();
    return null;
  }
  const pieces: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop cancels the stream.
  for await (const piece of body) {
    length += piece.byteLength;
    if (length > most) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
