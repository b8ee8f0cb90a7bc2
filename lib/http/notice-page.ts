/** A page without anything of the app's, for people who wait until it can be shown: it tries again by itself. */
export function noticePage({ title, text, seconds }: { title: string; text: string; seconds: number }): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="${seconds}"><title>${title}</title></head>
<body><h1>${title}</h1><p>${text} This page tries again in a few seconds.</p></body>
</html>
`;
}
