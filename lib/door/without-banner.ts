import { type Readable, Transform } from "node:stream";

/** Next's own lines at the start: they name an address that is not the public one. */
const banner = /^\s*(▲ Next\.js|- (Local|Network):|✓ (Starting|Ready))/;

/** What the page server prints, line by line, without Next's banner. */
export function withoutBanner(output: Readable): Readable {
  let rest = "";
  const filter = new Transform({
    decodeStrings: false,
    transform(chunk: string, _encoding, done) {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop() ?? "";
      done(null, lines.map((line) => (banner.test(line) ? "" : `${line}\n`)).join(""));
    },
    flush(done) {
      done(null, rest);
    },
  });
  return output.setEncoding("utf8").pipe(filter);
}
