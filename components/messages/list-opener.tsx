import { List } from "lucide-react";
import { PlainLine } from "@/components/messages/text/safe-text";

/** The title of the button that opens a list. */
export function ListOpener({ html }: { html: string }) {
  if (html === "") return null;
  return (
    <p className="flex items-center gap-1.5 text-sm font-medium text-muted">
      <List aria-hidden className="size-4" /> <PlainLine html={html} />
    </p>
  );
}
