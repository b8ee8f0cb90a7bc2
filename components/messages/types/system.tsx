import { Info } from "lucide-react";
import type { BubbleProps } from "@/components/messages/bubble-props";
import { PlainLine } from "@/components/messages/text/safe-text";

export function SystemBubble({ content }: BubbleProps<"system">) {
  return (
    <p className="flex items-start gap-1.5 px-1 text-sm text-muted">
      <Info aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0 [overflow-wrap:anywhere]">
        {content.text === "" ? "System message" : <PlainLine html={content.text} />}
      </span>
    </p>
  );
}
