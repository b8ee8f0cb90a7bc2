import type { Conversation } from "@/lib/conversation/conversation";

/** The URL of the conversation on the platform, from its variable `conversation_url`; null unless it is http(s). */
export function platformLink({ variables }: Pick<Conversation, "variables">): string | null {
  const address = variables.conversation_url?.value;
  if (typeof address !== "string") return null;
  const url = URL.parse(address.trim());
  return url && (url.protocol === "https:" || url.protocol === "http:") ? url.href : null;
}
