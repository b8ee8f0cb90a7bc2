const trackingParameter = /^__wot(?:bid|cid|vid|vkey|reid)(?:=|$)/i;
const queryPattern = /\?[^\s#"'<>?]*/g;

/**
 * A link, or text with links in it, without the platform's tracking parameters `__wotbid __wotcid __wotvid __wotvkey
 * __wotreid` (docs/support-hunt/webhook.md §4). Everything else stays as it was sent, character for character.
 */
export function cleanLink(text: string): string {
  if (!text.includes("__wot") && !/__wot/i.test(text)) return text;
  return text.replace(queryPattern, cleanQuery);
}

function cleanQuery(query: string): string {
  const parameters = query.slice(1).split("&");
  const kept = parameters.filter((parameter) => !trackingParameter.test(parameter));
  if (kept.length === parameters.length) return query;
  return kept.length === 0 ? "" : `?${kept.join("&")}`;
}
