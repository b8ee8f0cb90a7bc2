import { plainText } from "@/lib/text/plain-text";

/** `What would you like to choose? Order status · Refund` */
export function promptText(title: string, choices: readonly string[]): string {
  const offered = choices.map(plainText).filter((choice) => choice !== "");
  return [plainText(title), offered.join(" · ")].filter((part) => part !== "").join(" ");
}
