import type { Conversation } from "@/lib/conversation/conversation";

/** The platform's own page of a conversation, as its variable `conversation_url` says; only an http(s) address is followed. */
export function platformLink({ variables }: Pick<Conversation, "variables">): string | null {
  const address = variables.conversation_url?.value;
  if (typeof address !== "string") return null;
  const url = URL.parse(address.trim());
  return url && (url.protocol === "https:" || url.protocol === "http:") ? url.href : null;
}
