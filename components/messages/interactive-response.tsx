import { BubbleFrame } from "./bubble-frame";
import type { BubbleProps } from "./bubble-props";
import { Pill } from "./pill";
import { RichText } from "./rich-text";

export function InteractiveResponseBubble({ content, voice }: BubbleProps<"interactive.response">) {
  return (
    <BubbleFrame voice={voice} look="speech">
      <Pill title={content.title} chosen />
      {content.description !== "" && <RichText text={content.description} className="mt-1 text-xs text-muted" />}
    </BubbleFrame>
  );
}
