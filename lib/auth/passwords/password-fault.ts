import "server-only";
import { isCommonPassword } from "./common-passwords";
import { passwordLength } from "./password-length";

/** Why a new password is invalid, as a sentence; `null` if it is valid. */
export async function passwordFault(password: string, email: string): Promise<string | null> {
  if (password.length < passwordLength.min) return `Use at least ${passwordLength.min} characters.`;
  if (password.length > passwordLength.max) return `Use at most ${passwordLength.max} characters.`;
  const plain = password.toLowerCase();
  if (plain === email.toLowerCase()) return "Don't use your e-mail address as the password.";
  if (new Set(plain).size < 4 || (await isCommonPassword(plain))) {
    return "This password is too common. Choose one that is harder to guess.";
  }
  return null;
}
