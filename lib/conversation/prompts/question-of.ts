import type { ReadMessage } from "@/lib/messages/read-message";

/**
 * What a prompt asks, without the choices that it offers: its title, else its text, each made plain by `plain`; else `text`.
 */
export function questionOf(message: ReadMessage, plain: (html: string) => string, text: string): string {
  const content: Record<string, unknown> = message.recognised ? { ...message.content } : {};
  const said = [content.title, content.text].map((part) => (typeof part === "string" ? plain(part) : ""));
  return said.find((line) => line !== "") ?? text;
}
