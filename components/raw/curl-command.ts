/** Linux takes no longer argument to a command, in bytes; what is longer goes through a pipe. */
const longestArgument = 100_000;

/**
 * A shell command that delivers an event again, byte by byte as it was received; `raw` is its exact text. Playhead knows repeats
 * by their content, so it does no harm here. The token is left to the variable PLAYHEAD_WEBHOOK_TOKEN.
 */
export function curlCommand(origin: string, raw: string): string {
  const body = quoted(`{"events":[${raw}]}`);
  const isShort = new TextEncoder().encode(body).length <= longestArgument;
  return [
    `${isShort ? "" : `printf '%s' ${body} | `}curl -X POST ${quoted(`${origin}/api/webhook`)}`,
    `  -H 'content-type: application/json'`,
    `  -H "x-webhook-token: $PLAYHEAD_WEBHOOK_TOKEN"`,
    `  --data-binary ${isShort ? body : "@-"}`,
  ].join(" \\\n");
}

/** As one word of a POSIX shell, whatever stands in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
