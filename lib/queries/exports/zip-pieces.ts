import { Readable } from "node:stream";
import ZipStream from "zip-stream";

export interface ZippedFile {
  name: string;
  date: Date;
  /** Its content, generated while it is compressed. */
  pieces: AsyncGenerator<string>;
}

/** A zip, written while it is read: one chunk of a file is in memory at a time, plus the directory of the files written so far. */
export async function* zipPieces(written: AsyncGenerator<ZippedFile>): AsyncGenerator<Uint8Array> {
  const zip = new ZipStream({ level: 6 });
  const add = ({ name, date, pieces }: ZippedFile) =>
    new Promise<void>((resolve, reject) => {
      zip.entry(Readable.from(pieces, { objectMode: false }), { name, date }, (error) =>
        error ? reject(error) : resolve(),
      );
    });
  const feed = async () => {
    for await (const file of written) {
      if (zip.destroyed) return;
      await add(file);
    }
    zip.finalize();
  };
  // An error here ends the loop below with the same error.
  feed().catch((error) => zip.destroy(error));
  try {
    for await (const chunk of zip) yield chunk;
  } finally {
    zip.destroy();
  }
}
