import type { Span } from "./spans";

/** Coordinates with three or more decimals, which is about a hundred metres. */
const pair = /(?<![\p{L}\p{N}.])[-+]?\d{1,3}\.\d{3,}(?: ?[,;/|] ?| )[-+]?\d{1,3}\.\d{3,}(?![\p{N}.]*\p{N})/gu;
const degrees = /(?<![\p{L}\p{N}.])\d{1,3}(?:\.\d+)? ?[°º][ \d.'"′″’”]{0,20}[nsew]?(?!\p{L})/gu;
const uri = /(?<![\p{L}\p{N}])geo: ?[^\s<>"'`]+/gu;
const map =
  /(?<![\p{L}\p{N}.-])(?:https?:\/\/)?(?:www\.|m\.)?(?:maps\.app\.goo\.gl|goo\.gl\/maps|maps\.google(?:\.[a-z]{2,3}){1,2}|google(?:\.[a-z]{2,3}){1,2}\/maps|maps\.apple\.com|(?:ul\.)?waze\.com|openstreetmap\.org|osm\.org|bing\.com\/maps|what3words\.com|w3w\.co|yandex\.[a-z]{2,3}(?:\.tr)?\/maps|2gis\.[a-z]{2,3}|(?:wego|share)\.here\.com)[/?#](?<rest>[^\s<>"'`]+)/gu;

/** Where somebody is, in a folded text: coordinates, and what links to maps say. */
export function placesIn(text: string): Span[] {
  const spans: Span[] = [];
  const add = (start: number, length: number) => spans.push({ start, end: start + length, kind: "value" });
  for (const { 0: found, index } of text.matchAll(pair)) if (isCoordinates(found)) add(index, found.length);
  for (const { 0: found, index } of text.matchAll(degrees)) if (/[nsew]$|['′]/.test(found)) add(index, found.length);
  for (const { 0: found, index } of text.matchAll(uri)) if (/\d/.test(found)) add(index, found.length);
  for (const { 0: found, index, groups } of text.matchAll(map)) {
    const rest = groups?.rest ?? "";
    add(index + found.length - rest.length, rest.length);
  }
  return spans;
}

function isCoordinates(text: string): boolean {
  const [latitude = 0, longitude = 0] = [...text.matchAll(/\d+\.\d+/g)].map(([number]) => Number(number));
  return latitude <= 180 && longitude <= 180;
}
