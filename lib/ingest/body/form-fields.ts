export interface FormField {
  name: string;
  value: string;
}

/** More fields than any form with events has. */
const maxFields = 1000;

/**
 * Parses the fields of a URL-encoded or `multipart/form-data` body; null for any other text. Detects the format by the text,
 * because senders set the wrong content type.
 */
export function formFields(text: string): FormField[] | null {
  if (/^[\w.[\]%+-]{1,100}=/.test(text)) return text.split("&", maxFields).flatMap(urlEncoded);
  if (/^--[^\r\n]{1,100}\r?\n/.test(text)) return multipart(text);
  return null;
}

function urlEncoded(pair: string): FormField[] {
  return [...new URLSearchParams(pair)].map(([name, value]) => ({ name, value }));
}

function multipart(text: string): FormField[] | null {
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  const boundary = text.slice(0, text.indexOf(lineBreak));
  const parts = text.slice(boundary.length + lineBreak.length).split(`${lineBreak}${boundary}`, maxFields);
  const fields: FormField[] = [];
  for (const part of parts) {
    const head = part.indexOf(lineBreak + lineBreak);
    const name = /^content-disposition:.*?[ ;]name="?([^";\r\n]*)/im.exec(part.slice(0, Math.min(head, 1000)))?.[1];
    if (head !== -1 && name !== undefined) fields.push({ name, value: part.slice(head + 2 * lineBreak.length) });
  }
  return fields.length === 0 ? null : fields;
}
