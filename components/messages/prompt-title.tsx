import { RichText } from "@/components/messages/text/rich-text";

/** The question of a prompt; empty if it has none. */
export function PromptTitle({ title }: { title: string }) {
  return title === "" ? null : <RichText text={title} markdown />;
}
