import { json, type Reply } from "./reply";

const retryAfter = { "retry-after": "3", "cache-control": "no-store" };

/** What the door answers while the pages are away: JSON for programs, a small page for people. */
export function away(path: string): Reply {
  if (path.startsWith("/api/")) {
    const error = "Playhead's pages are starting. Deliveries are stored meanwhile. Try again in a few seconds.";
    return json(503, { error, code: "unavailable" }, retryAfter);
  }
  return { status: 503, headers: { "content-type": "text/html; charset=utf-8", ...retryAfter }, body: page };
}

const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="3"><title>Playhead is starting</title></head>
<body><h1>Playhead is starting</h1><p>Deliveries are stored meanwhile. This page tries again in a few seconds.</p></body>
</html>
`;
