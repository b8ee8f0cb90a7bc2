import type { ReadMessage } from "@/lib/messages/read-message";

/** The question of a prompt without its choices: its title, else its text, each converted by `plain`; else `text`. */
export function questionOf(message: ReadMessage, plain: (html: string) => string, text: string): string {
  const content: Record<string, unknown> = message.recognised ? { ...message.content } : {};
  const said = [content.title, content.text].map((part) => (typeof part === "string" ? plain(part) : ""));
  return said.find((line) => line !== "") ?? text;
}
