import type { Span } from "./spans";

const link = /(?<![\p{L}\p{N}])(?:[a-z][a-z\d+.-]{1,20}:\/\/|www\.)[^\s<>"'`]+/gu;
const extension =
  /\.(?:pdf|jpe?g|png|gif|webp|heic|bmp|tiff?|svg|docx?|odt|rtf|xlsx?|ods|csv|pptx?|zip|rar|7z|mp[34]|m4a|ogg|opus|oga|wav|amr|aac|webm|mov|avi|3gp|vcf|ics|eml|msg)(?![\p{L}\p{N}])/gu;
const mostNameLength = 120;
const outsideName = /[\s<>"'|/\\:*?,;]/;

/** Query strings, fragments and files in a folded text. */
export function linksIn(text: string): Span[] {
  const spans: Span[] = [];
  if (text.includes("://") || text.includes("www."))
    for (const found of text.matchAll(link)) spans.push(...partsOf(found[0], found.index));
  let before = 0;
  if (text.includes("."))
    for (const found of text.matchAll(extension)) {
      const end = found.index + found[0].length;
      let start = found.index;
      while (start > before && found.index - start < mostNameLength && !outsideName.test(text[start - 1] ?? ""))
        start -= 1;
      if (start < found.index) spans.push({ start, end, kind: "file" });
      before = end;
    }
  return spans;
}

function partsOf(address: string, start: number): Span[] {
  const query = address.search(/[?#]/);
  const path = query === -1 ? address : address.slice(0, query);
  extension.lastIndex = 0;
  const end = start + address.length;
  const ending = path.slice(-12).match(extension)?.at(-1);
  if (ending !== undefined && path.endsWith(ending)) return [{ start, end, kind: "file" }];
  return query === -1 || query === address.length - 1 ? [] : [{ start: start + query + 1, end, kind: "value" }];
}

/** Where a link's path hides letters as `%41`. */
export function encodedLinks(text: string): { start: number; end: number; decoded: string }[] {
  if (!text.includes("%")) return [];
  return [...text.matchAll(link)].flatMap(({ 0: address, index }) => {
    const path = address.indexOf("/", address.indexOf("://") + 3);
    const decoded = path === -1 ? null : decode(address.slice(path + 1));
    return decoded === null ? [] : [{ start: index + path + 1, end: index + address.length, decoded }];
  });
}

function decode(text: string): string | null {
  try {
    const decoded = decodeURIComponent(text);
    return decoded === text ? null : decoded;
  } catch {
    return null;
  }
}
