import { BubbleFrame } from "@/components/messages/bubble-frame";
import type { BubbleProps } from "@/components/messages/bubble-props";
import { Pill } from "@/components/messages/pill";
import { RichText } from "@/components/messages/text/rich-text";

export function InteractiveResponseBubble({ content, voice }: BubbleProps<"interactive.response">) {
  return (
    <BubbleFrame voice={voice} look="speech">
      <Pill title={content.title} chosen />
      {content.description !== "" && <RichText text={content.description} className="mt-1 text-xs text-muted" />}
    </BubbleFrame>
  );
}
