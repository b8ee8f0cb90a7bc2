import { inflateRawSync } from "node:zlib";

/** The files of a zip, by name: read from its directory at the end. */
export function unzipped(bytes: Uint8Array): Map<string, string> {
  const zip = Buffer.from(bytes);
  const files = new Map<string, string>();
  let place = zip.indexOf("PK\u0001\u0002");
  while (place !== -1 && zip.toString("latin1", place, place + 4) === "PK\u0001\u0002") {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((at) => zip.readUInt16LE(place + at));
    const [size, offset] = [zip.readUInt32LE(place + 20), zip.readUInt32LE(place + 42)];
    const name = zip.toString("utf8", place + 46, place + 46 + (nameLength ?? 0));
    const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
    files.set(name, inflateRawSync(zip.subarray(start, start + size)).toString("utf8"));
    place += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return files;
}
