/** More pages than any test has. */
const mostPages = 2000;

/**
 * The rows of a list, from the pages that `read` gives one after the other. Throws where the pages do not end or one comes twice:
 * a fault in paging must fail a test, not fill the memory.
 *
 * @param read Reads the page that begins at a place, which is undefined for the first one, and names the next place, if there is one.
 */
export async function everyPage<Row, Place>(
  read: (place: Place | undefined) => Promise<{ rows: readonly Row[]; next: Place | null | undefined }>,
): Promise<Row[]> {
  const rows: Row[] = [];
  let place: Place | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const found = await read(place);
    rows.push(...found.rows);
    if (found.next === null || found.next === undefined) return rows;
    if (found.next === place) throw new Error(`Page ${page + 1} leads to itself.`);
    place = found.next;
  }
  throw new Error(`The list does not end after ${mostPages} pages.`);
}
