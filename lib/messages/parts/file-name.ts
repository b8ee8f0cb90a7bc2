/** The last part of a link's path, decoded: `…/a%20b.pdf?x=1` is `a b.pdf`; "" where it has none. */
export function fileNameOfLink(link: string): string {
  const path = link.split(/[?#]/, 1)[0] ?? "";
  const last = path.includes("://") && path.split("/").length < 4 ? "" : (path.split("/").at(-1) ?? "");
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** The extension without its dot, lower case: `TICKETS.PDF` is `pdf`; "" where there is none. */
export function fileExtension(fileName: string): string {
  return /\.([a-z0-9]{1,10})$/i.exec(fileName.trim())?.[1]?.toLowerCase() ?? "";
}
