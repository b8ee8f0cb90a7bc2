/** Linux limits an argument of a command, in bytes; longer ones are sent through a pipe. */
const maxArgumentBytes = 100_000;

/**
 * A shell command that sends an event again, byte by byte as received; `raw` is its exact text. Playhead deduplicates by content,
 * so this changes nothing here. The token is in the variable PLAYHEAD_WEBHOOK_TOKEN.
 */
export function curlCommand(origin: string, raw: string): string {
  const body = quoted(`{"events":[${raw}]}`);
  const isShort = new TextEncoder().encode(body).length <= maxArgumentBytes;
  return [
    `${isShort ? "" : `printf '%s' ${body} | `}curl -X POST ${quoted(`${origin}/api/webhook`)}`,
    `  -H 'content-type: application/json'`,
    `  -H "x-webhook-token: $PLAYHEAD_WEBHOOK_TOKEN"`,
    `  --data-binary ${isShort ? body : "@-"}`,
  ].join(" \\\n");
}

/** Quotes a text as one word of a POSIX shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
