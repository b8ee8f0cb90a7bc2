import "server-only";
import { passwordLength } from "./password-length";

let common: Promise<ReadonlySet<string>> | undefined;

/**
 * Whether a password is among those that are guessed first: the 49,000 most common ones, as zxcvbn-ts ranks them. The list is
 * loaded when the first password is chosen.
 */
export async function isCommonPassword(password: string): Promise<boolean> {
  common ??= load();
  return (await common).has(password.toLowerCase());
}

async function load(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import("@zxcvbn-ts/language-common");
  const words = dictionary["passwords-common"].map((word) => String(word).toLowerCase());
  // Shorter ones are refused for their length.
  return new Set(words.filter((word) => word.length >= passwordLength.min));
}
