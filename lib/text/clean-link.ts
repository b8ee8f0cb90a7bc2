const trackingParameter = /^__wot(?:bid|cid|vid|vkey|reid)(?:=|$)/i;
const queryPattern = /\?[^\s#"'<>?]*/g;

/**
 * Removes the platform's tracking parameters `__wotbid __wotcid __wotvid __wotvkey __wotreid` from links
 * (docs/support-hunt/webhook.md §4). Everything else is unchanged.
 */
export function cleanLink(text: string): string {
  if (!text.includes("__wot") && !/__wot/i.test(text)) return text;
  return text.replace(queryPattern, cleanQuery);
}

function cleanQuery(query: string): string {
  const parameters = query.slice(1).split("&");
  const remaining = parameters.filter((parameter) => !trackingParameter.test(parameter));
  if (remaining.length === parameters.length) return query;
  return remaining.length === 0 ? "" : `?${remaining.join("&")}`;
}
