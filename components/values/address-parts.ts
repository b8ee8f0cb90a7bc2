/** Characters of an address's end that stay when it is cut. */
const kept = 9;
const shortest = 24;

/**
 * A web or e-mail address as its beginning, which may be cut, and its end, which is kept: `amara.bello@` + `ample.com`. Null for
 * all other texts, and for addresses too short to be cut.
 */
export function addressParts(text: string): readonly [start: string, end: string] | null {
  if (text.length < shortest || !isAddress(text)) return null;
  const characters = [...text];
  return [characters.slice(0, -kept).join(""), characters.slice(-kept).join("")];
}

function isAddress(text: string): boolean {
  return text.length < 2000 && (/^[a-z][a-z\d+.-]*:\/\/\S+$/i.test(text) || /^[^\s@]+@[^\s@]+$/.test(text));
}
