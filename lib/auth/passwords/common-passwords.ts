import "server-only";
import { passwordLength } from "./password-length";

let common: Promise<ReadonlySet<string>> | undefined;

/** Whether a password is one of the 49,000 most common ones, as ranked by zxcvbn-ts. The list is loaded on first use. */
export async function isCommonPassword(password: string): Promise<boolean> {
  common ??= load();
  return (await common).has(password.toLowerCase());
}

async function load(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import("@zxcvbn-ts/language-common");
  const words = dictionary["passwords-common"].map((word) => String(word).toLowerCase());
  // Shorter ones are rejected for their length.
  return new Set(words.filter((word) => word.length >= passwordLength.min));
}
