/** The last part of a link's path, decoded: `…/a%20b.pdf?x=1` becomes `a b.pdf`; "" if there is none. */
export function fileNameOfLink(link: string): string {
  const path = link.split(/[?#]/, 1)[0] ?? "";
  const last = path.includes("://") && path.split("/").length < 4 ? "" : (path.split("/").at(-1) ?? "");
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** The extension without its dot, lower case: `TICKETS.PDF` becomes `pdf`; "" if there is none. */
export function fileExtension(fileName: string): string {
  return /\.([a-z0-9]{1,10})$/i.exec(fileName.trim())?.[1]?.toLowerCase() ?? "";
}
