/** What a masked viewer reads instead of a personal value. */
export const tokens = {
  name: "[name]",
  email: "[e-mail]",
  phone: "[phone]",
  ip: "[ip]",
  card: "[card]",
  iban: "[iban]",
  value: "[value]",
  file: "[file]",
} as const;

export type Kind = keyof typeof tokens;

const all: ReadonlySet<unknown> = new Set(Object.values(tokens));

/** Whether a value is masked already. */
export function isToken(value: unknown): boolean {
  return all.has(value);
}

/** The tokens in a folded text: masking leaves them as they are. */
export const writtenTokens = /\[(?:name|e-mail|phone|ip|card|iban|value|file)\]/g;

/** The kind of a value, by the name of its variable, field or key. */
export function kindOf(label: string): Kind {
  const name = label.replace(writtenTokens, " ");
  if (/mail/i.test(name)) return "email";
  if (/phone|mobile|whatsapp|wa_id|(?:^|[^a-z])tel(?:$|[^a-z])/i.test(name)) return "phone";
  if (/(?:^|[^a-z])ip(?:$|[^a-z])/i.test(name)) return "ip";
  return /name/i.test(name) ? "name" : "value";
}
