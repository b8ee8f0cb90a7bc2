/** More pages than any test needs. */
const maxPages = 2000;

/**
 * Collects the rows of a list from the pages returned by `read`. Throws if the pages do not end or a cursor repeats: a paging bug
 * must fail a test instead of filling the memory.
 *
 * @param read Reads the page at a cursor, which is undefined for the first one, and returns the next cursor, if any.
 */
export async function everyPage<Row, Place>(
  read: (place: Place | undefined) => Promise<{ rows: readonly Row[]; next: Place | null | undefined }>,
): Promise<Row[]> {
  const rows: Row[] = [];
  let place: Place | undefined;
  for (let page = 0; page < maxPages; page += 1) {
    const found = await read(place);
    rows.push(...found.rows);
    if (found.next === null || found.next === undefined) return rows;
    if (found.next === place) throw new Error(`Page ${page + 1} leads to itself.`);
    place = found.next;
  }
  throw new Error(`The list does not end after ${maxPages} pages.`);
}
