import { SlidersHorizontal } from "lucide-react";
import { BubbleFrame } from "@/components/messages/bubble-frame";
import type { BubbleProps } from "@/components/messages/bubble-props";
import { PlainLine } from "@/components/messages/text/safe-text";

export function SliderResponseBubble({ content, voice }: BubbleProps<"slider.response">) {
  return (
    <BubbleFrame voice={voice} look="speech">
      <span className="inline-flex items-center gap-1.5">
        <SlidersHorizontal role="img" aria-label="Slider set to" className="size-4 shrink-0 text-visitor" />
        <span className="font-medium tabular-nums">
          <PlainLine html={content.text} />
        </span>
      </span>
    </BubbleFrame>
  );
}
