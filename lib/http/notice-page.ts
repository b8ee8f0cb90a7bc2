/** A standalone page that is shown until the app is available, and reloads automatically. */
export function noticePage({ title, text, seconds }: { title: string; text: string; seconds: number }): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="${seconds}"><title>${title}</title></head>
<body><h1>${title}</h1><p>${text} This page tries again in a few seconds.</p></body>
</html>
`;
}
