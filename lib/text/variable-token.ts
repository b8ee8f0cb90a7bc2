const opening = "\u00bf\u00b7";
const closing = "\u00b7?";
const contactPrefix = "$user.info.";
const tokenPattern = /\u00bf\u00b7([^\u00bf\u00b7]{1,200})\u00b7\?/g;

/**
 * The name that `variables` events use for a variable, from any of its spellings (docs/support-hunt/webhook.md §4):
 * `¿·$user.info.JS1·?` is `visitor_js1`, `¿·JS2·?` is `JS2`, and a name without token characters is unchanged.
 */
export function variableName(tokenOrName: string): string {
  const bare =
    tokenOrName.startsWith(opening) && tokenOrName.endsWith(closing)
      ? tokenOrName.slice(opening.length, -closing.length).trim()
      : tokenOrName.trim();
  return bare.startsWith(contactPrefix) ? `visitor_${bare.slice(contactPrefix.length).toLowerCase()}` : bare;
}

/** Replaces every token in a text by `show(name)`, by default `{visitor_js1}`. */
export function replaceVariableTokens(text: string, show: (name: string) => string = (name) => `{${name}}`): string {
  return text.replace(tokenPattern, (_token, inner: string) => show(variableName(inner)));
}
