import { Hourglass } from "lucide-react";
import type { BubbleProps } from "@/components/messages/bubble-props";

export function DelayBubble({ content }: BubbleProps<"delay">) {
  return (
    <p className="flex items-center gap-1.5 px-1 text-xs text-muted">
      <Hourglass aria-hidden className="size-3.5" />
      {content.seconds === null ? "Delay" : `Delay of ${content.seconds} s`}
    </p>
  );
}
