/** In characters. */
export const passwordLength = { min: 8, max: 200 };

const tooCommon = new Set(["password", "12345678", "123456789", "1234567890", "qwertyuiop", "iloveyou", "sunshine"]);

/** What is wrong with a new password, for the person who chose it; `null` when it will do. */
export function passwordFault(password: string, email: string): string | null {
  if (password.length < passwordLength.min) return `Use at least ${passwordLength.min} characters.`;
  if (password.length > passwordLength.max) return `Use at most ${passwordLength.max} characters.`;
  const plain = password.toLowerCase();
  if (plain === email.toLowerCase()) return "Do not use the e-mail address as the password.";
  if (tooCommon.has(plain) || new Set(plain).size < 4) return "This password is among the first that are guessed.";
  return null;
}
